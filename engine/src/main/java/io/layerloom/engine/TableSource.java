package io.layerloom.engine;

import io.layerloom.engine.kit.Column;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A table in a CSV file. */
record TableSource(String name, Reader reader, List<Path> files) implements DataSource {

    /** Reads the table. */
    @FunctionalInterface
    interface Reader {
        CsvTable read() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        CsvTable table = reader.read();
        return new DataSchema(name, new Shape.Vector(table.width()), labels(table), table.size());
    }

    static Labels labels(CsvTable table) {
        if (!table.hasTarget()) {
            return new Labels.None();
        }
        return table.classNames().isEmpty() ? new Labels.Numbers(1) : new Labels.Classes(table.classNames());
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        CsvTable table = reader.read();
        Split split = Split.of(table.size(), table.classes(), parts.validation(), parts.test(), seed);
        List<Column> columns = known.isPresent() && known.get() instanceof InputEncoder.Table learned
                ? learned.columns()
                : table.standardised(split.train());
        List<String> names = columns.stream().map(Column::name).toList();
        return new Loaded(
                table.examples(columns),
                split,
                new InputEncoder.Table(columns),
                row -> new Example.Cells(names, table.cells(row)));
    }
}
