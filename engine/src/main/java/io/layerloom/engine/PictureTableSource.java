package io.layerloom.engine;

import io.layerloom.engine.kit.Column;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A table in whose rows one column names a picture. */
record PictureTableSource(String name, TableSource.Reader sketch, Reader reader, int side, List<Path> files)
        implements DataSource {

    /** Reads table and pictures; the sketch reads the table alone. */
    @FunctionalInterface
    interface Reader {
        PictureTable read() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        CsvTable table = sketch.read();
        return new DataSchema(
                name,
                new Shape.Image(side, side, 3),
                Optional.of(new Shape.Vector(table.width())),
                TableSource.labels(table),
                table.size(),
                0);
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        PictureTable pictures = reader.read();
        CsvTable table = pictures.table();
        Split split = Split.of(table.size(), table.classes(), parts.validation(), parts.test(), seed);
        List<Column> columns = columns(known).orElse(table.standardised(split.train()));
        List<String> names = columns.stream().map(Column::name).toList();
        return new Loaded(
                pictures.examples(columns),
                split,
                new InputEncoder.Both(new InputEncoder.Plain(3 * side * side), new InputEncoder.Table(columns)),
                row -> new Example.PictureRow(
                        new Example.Picture(side, side, 3, pictures.picture(row)),
                        new Example.Cells(names, table.cells(row))));
    }

    /** Those that a trained network knows. */
    private static Optional<List<Column>> columns(Optional<InputEncoder> known) {
        return known.map(encoder -> encoder.of(LayerType.Part.SECOND))
                .filter(InputEncoder.Table.class::isInstance)
                .map(encoder -> ((InputEncoder.Table) encoder).columns());
    }
}
