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

/** Pictures with a mask each, which says the class of each pixel. */
record MaskSource(DataSources.Reading<DataSchema> sketch, DataSources.Reading<Examples> reader, List<Path> files)
        implements DataSource {

    @Override
    public DataSchema schema() throws IOException {
        return sketch.read();
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        Examples examples = reader.read();
        Split split = Split.of(examples, parts.validation(), parts.test(), seed);
        return new Loaded(examples, split, new InputEncoder.Plain(examples.width()), row -> masked(examples, row));
    }

    private static Example.Content masked(Examples examples, int row) {
        long[] shape = examples.shape();
        int width = examples.width();
        float[] pixels = Arrays.copyOfRange(examples.features(), row * width, (row + 1) * width);
        Example.Picture picture = new Example.Picture((int) shape[1], (int) shape[2], (int) shape[0], pixels);
        return new Example.Masked(picture, Mask.of((int) shape[1], (int) shape[2], examples.mask(row)));
    }
}
