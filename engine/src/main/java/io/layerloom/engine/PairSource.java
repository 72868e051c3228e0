package io.layerloom.engine;

import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.TextPairs;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pairs of texts, one a line: a source and its target. */
record PairSource(String name, Reader reader, Vocabulary.Unit unit, Side source, Side target, List<Path> files)
        implements DataSource {

    /**
     * How the sources are read, or the targets.
     *
     * @param longest how many tokens of one, without marks
     * @param vocabulary how many tokens are told apart, padding and unknown included, without marks
     */
    record Side(int longest, int vocabulary) {}

    /** Reads the pairs. */
    @FunctionalInterface
    interface Reader {
        TextPairs read() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        // The target begins with a mark, and two marks are in its vocabulary.
        return new DataSchema(
                name,
                new Shape.Tokens(source.longest(), source.vocabulary()),
                new Labels.Text(new Shape.Tokens(target.longest() + 1, target.vocabulary() + 2)),
                reader.read().size());
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        TextPairs pairs = reader.read();
        Split split = Split.of(pairs.size(), new int[0], parts.validation(), parts.test(), seed);
        InputEncoder.Pairs encoder = known.isPresent() && known.get() instanceof InputEncoder.Pairs learned
                ? learned
                : encoder(pairs, split.train());
        return new Loaded(
                pairs.examples(
                        encoder.source().vocabulary(),
                        encoder.source().maxLength(),
                        encoder.target().vocabulary(),
                        encoder.target().maxLength()),
                split,
                encoder,
                row -> new Example.Pair(pairs.source(row), pairs.target(row)));
    }

    private InputEncoder.Pairs encoder(TextPairs pairs, int[] train) {
        return new InputEncoder.Pairs(
                new InputEncoder.Texts(
                        unit,
                        pairs.sourceVocabulary(train, unit, source.vocabulary()).tokens(),
                        source.longest()),
                new InputEncoder.Texts(
                        unit,
                        pairs.targetVocabulary(train, unit, target.vocabulary()).tokens(),
                        target.longest()));
    }
}
