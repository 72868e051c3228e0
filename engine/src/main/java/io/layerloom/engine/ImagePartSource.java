package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Idx;
import io.layerloom.engine.kit.Selection;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some classes of the images in IDX files, with few examples of each to learn from.
 *
 * @param first the first class; they are called by their numbers
 * @param last the last class
 * @param most how many examples of each class are there to be learned from
 */
record ImagePartSource(String name, Idx.Source source, int first, int last, int most) implements DataSource {

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public DataSchema schema() throws IOException {
        Idx.Header header = Idx.header(source, "train");
        int learned = kept(Idx.labels(source, "train"), Integer.MAX_VALUE);
        int test = kept(Idx.labels(source, "t10k"), 0);
        return new DataSchema(
                name,
                new Shape.Image(header.height(), header.width(), header.channels()),
                new Labels.Classes(IntStream.rangeClosed(first, last)
                        .mapToObj(Integer::toString)
                        .toList()),
                learned + (long) test,
                test);
    }

    private int kept(int[] labels, int testFrom) {
        return Selection.rows(labels, testFrom, first, last, most).length;
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        Examples examples = Selection.of(Idx.read(source), first, last, most);
        Split split = Split.of(examples, parts.validation(), parts.test(), seed);
        return new Loaded(
                examples, split, new InputEncoder.Plain(examples.width()), row -> ImageSource.picture(examples, row));
    }
}
