package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Idx;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Images in IDX files. */
record ImageSource(String name, Idx.Source source, List<Path> files) implements DataSource {

    @Override
    public DataSchema schema() throws IOException {
        Idx.Header header = Idx.header(source, "train");
        int test = Idx.has(source, "t10k") ? Idx.header(source, "t10k").examples() : 0;
        Shape.Image image = new Shape.Image(header.height(), header.width(), header.channels());
        long examples = header.examples() + (long) test;
        if (!Idx.isLabelled(source)) {
            return new DataSchema(name, image, new Labels.None(), examples, test);
        }
        int classes = Arrays.stream(Idx.labels(source, "train")).max().orElse(0) + 1;
        if (classes < 2) {
            throw new DataException(tr("All training images have the label 0; two classes are needed at least."));
        }
        return new DataSchema(
                name,
                image,
                new Labels.Classes(
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList()),
                examples,
                test);
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        Examples examples = Idx.read(source);
        Split split = Split.of(examples, parts.validation(), parts.test(), seed);
        return new Loaded(examples, split, new InputEncoder.Plain(examples.width()), row -> picture(examples, row));
    }

    static Example.Content picture(Examples examples, int row) {
        long[] shape = examples.shape();
        int width = examples.width();
        float[] pixels = Arrays.copyOfRange(examples.features(), row * width, (row + 1) * width);
        return new Example.Picture((int) shape[1], (int) shape[2], (int) shape[0], pixels);
    }
}
