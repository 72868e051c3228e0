package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pictures with boxes around the objects on them. */
record BoxSource(Sketch sketch, Reader reader, List<Path> files) implements DataSource {

    /** Reads pictures and boxes. */
    @FunctionalInterface
    interface Reader {
        Examples read() throws IOException;
    }

    /** Finds out what there is without reading the pictures. */
    @FunctionalInterface
    interface Sketch {
        DataSchema look() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        return sketch.look();
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        Examples examples = reader.read();
        Split split = Split.of(examples, parts.validation(), parts.test(), seed);
        return new Loaded(examples, split, new InputEncoder.Plain(examples.width()), row -> scene(examples, row));
    }

    private static Example.Content scene(Examples examples, int row) {
        long[] shape = examples.shape();
        int width = examples.width();
        float[] pixels = Arrays.copyOfRange(examples.features(), row * width, (row + 1) * width);
        return new Example.Scene(
                new Example.Picture((int) shape[1], (int) shape[2], (int) shape[0], pixels),
                examples.boxes().get(row).stream().map(Found::of).toList());
    }
}
