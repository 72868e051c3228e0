package io.layerloom.app.export;

import io.layerloom.codegen.DataFile;
import io.layerloom.codegen.DataReading;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The data of a run as an exported project finds them.
 *
 * @param files what is copied; empty if that would be too much
 * @param folder where the data lie on this machine; empty for data that ship with the program
 * @param source authors, licence and origin, in Markdown
 * @param moved the data as the project names them in the export: below its folder {@code data}, whatever machine it is on
 */
record ExportData(DataReading reading, List<DataFile> files, Optional<Path> folder, String source, Component moved) {

    /** The data of a training plan. */
    static ExportData of(Component data, DataSchema schema) throws IOException {
        return data.type().equals("sample") ? ShippedExport.of(data, schema) : new OwnExport(data, schema).data();
    }
}
