package io.layerloom.codegen;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trained network to be exported as a Maven project.
 *
 * @param name what people call it; the artifact and the package are named after it
 * @param document the project as it was trained, with its data where the export has them
 * @param reading how the data are read
 * @param files the data to copy; empty if they are too large, so that every command has to be told where they lie
 * @param schema what the data hold
 * @param dataSource authors, licence and origin of the data, in Markdown
 * @param weights the file of the trained weights
 * @param threads how many threads trained
 * @param environment the variables beside the number of threads that decide the last bits
 * @param figures what the run reached, under names for people, in order
 * @param start the file of the weights of an earlier run that training started from, if it did
 * @param kit the source of a class of the kit by its simple name; empty if there is none
 */
public record ExportRequest(
        String name,
        Document document,
        Catalog catalog,
        DataReading reading,
        List<DataFile> files,
        DataSchema schema,
        String dataSource,
        Path weights,
        int threads,
        Map<String, String> environment,
        Map<String, String> figures,
        Optional<Path> start,
        Function<String, Optional<String>> kit) {

    /** A network whose first weights were all drawn. */
    public ExportRequest(
            String name,
            Document document,
            Catalog catalog,
            DataReading reading,
            List<DataFile> files,
            DataSchema schema,
            String dataSource,
            Path weights,
            int threads,
            Map<String, String> environment,
            Map<String, String> figures,
            Function<String, Optional<String>> kit) {
        this(
                name,
                document,
                catalog,
                reading,
                files,
                schema,
                dataSource,
                weights,
                threads,
                environment,
                figures,
                Optional.empty(),
                kit);
    }

    public ExportRequest {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
