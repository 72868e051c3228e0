package io.layerloom.engine;

import io.layerloom.engine.kit.LabelledText;
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

/** Labelled texts, one a line. */
record TextSource(String name, Reader reader, Vocabulary.Unit unit, int maxLength, int vocabularySize, List<Path> files)
        implements DataSource {

    /** Reads the texts. */
    @FunctionalInterface
    interface Reader {
        LabelledText read() throws IOException;
    }

    @Override
    public DataSchema schema() throws IOException {
        LabelledText texts = reader.read();
        return new DataSchema(
                name,
                new Shape.Tokens(maxLength, vocabularySize),
                new Labels.Classes(texts.classNames()),
                texts.size());
    }

    @Override
    public Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException {
        LabelledText texts = reader.read();
        Split split = Split.of(texts.size(), texts.classes(), parts.validation(), parts.test(), seed);
        InputEncoder.Texts encoder = known.isPresent() && known.get() instanceof InputEncoder.Texts learned
                ? learned
                : new InputEncoder.Texts(
                        unit,
                        texts.vocabulary(split.train(), unit, vocabularySize).tokens(),
                        maxLength);
        return new Loaded(
                texts.examples(new Vocabulary(encoder.unit(), encoder.tokens()), encoder.maxLength()),
                split,
                encoder,
                row -> new Example.Sentence(texts.text(row)));
    }
}
