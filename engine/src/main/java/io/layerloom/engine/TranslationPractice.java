package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Translation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What a network writes for one source that it is not trained on, if there is any: always the same. */
final class TranslationPractice implements Practice {

    /** The longest of so many sources tells most. */
    private static final int LOOKED_AT = 20;

    private final Translation translation;
    private final String source;

    private TranslationPractice(Translation translation, String source) {
        this.translation = translation;
        this.source = source;
    }

    static Optional<Practice> of(BuiltNetwork built, LoadedDataset data) {
        if (!data.examples().isTargeting() || !(data.loaded().encoder() instanceof InputEncoder.Pairs pairs)) {
            return Optional.empty();
        }
        Split split = data.loaded().split();
        int[] rows = split.validation().length > 0 ? split.validation() : split.train();
        return Arrays.stream(rows)
                .limit(LOOKED_AT)
                .mapToObj(data.loaded().looks()::of)
                .filter(Example.Pair.class::isInstance)
                .map(example -> ((Example.Pair) example).source())
                .filter(pairs.source()::reads)
                .max(Comparator.comparingInt(String::length))
                .map(source -> new TranslationPractice(Translations.by(built, pairs), source));
    }

    @Override
    public RunEvent after(int epoch, int iteration) {
        try {
            return new RunEvent.Translated(epoch, iteration, source, translation.of(source));
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }
}
