package io.layerloom.engine;

import io.layerloom.engine.kit.RunningText;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A text without labels, in pieces of one length. */
record CorpusSource(String name, Reader reader, Vocabulary.Unit unit, int steps, int vocabularySize, List<Path> files)
        implements DataSource {

    /** Reads the text. */
    @FunctionalInterface
    interface Reader {
        RunningText read() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        return new DataSchema(
                name,
                new Shape.Tokens(steps, vocabularySize),
                new Labels.None(),
                reader.read().size());
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        RunningText text = reader.read();
        Split split = Split.of(text.size(), new int[0], parts.validation(), parts.test(), seed);
        InputEncoder.Texts encoder = known.isPresent() && known.get() instanceof InputEncoder.Texts learned
                ? learned
                : new InputEncoder.Texts(
                        unit, text.vocabulary(split.train(), vocabularySize).tokens(), steps);
        return new Loaded(
                text.examples(new Vocabulary(encoder.unit(), encoder.tokens())),
                split,
                encoder,
                row -> new Example.Sentence(text.text(row)));
    }
}
