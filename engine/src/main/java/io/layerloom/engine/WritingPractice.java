package io.layerloom.engine;

import io.layerloom.engine.kit.Continuation;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.TrainingPlan;
import java.util.Arrays;
import java.util.Optional;

/** What a network that foretells next tokens writes while it learns: always from the same beginning with the same chances, so that only its learning tells the texts apart. */
final class WritingPractice implements Practice {

    private static final int LONGEST = 160;
    private static final int BEGINNING = 12;
    private static final double TEMPERATURE = 0.7;

    private final Continuation continuation;
    private final String beginning;
    private final long seed;

    private WritingPractice(Continuation continuation, String beginning, long seed) {
        this.continuation = continuation;
        this.beginning = beginning;
        this.seed = seed;
    }

    /** For the training of a network; empty if it does not foretell next tokens. */
    static Optional<WritingPractice> of(BuiltNetwork built, LoadedDataset data, TrainingPlan plan) {
        if (!data.examples().isForetelling() || !(data.loaded().encoder() instanceof InputEncoder.Texts texts)) {
            return Optional.empty();
        }
        Vocabulary vocabulary = new Vocabulary(texts.unit(), texts.tokens());
        String beginning = beginning(data, vocabulary);
        return beginning.isEmpty()
                ? Optional.empty()
                : Optional.of(new WritingPractice(
                        new Continuation(built.net(), vocabulary, texts.maxLength()), beginning, plan.seed()));
    }

    /** The first tokens of an example that is not trained on, if there is one. */
    private static String beginning(LoadedDataset data, Vocabulary vocabulary) {
        Examples examples = data.examples();
        Split split = data.loaded().split();
        int[] rows = split.validation().length > 0 ? split.validation() : split.train();
        int count = Math.min(BEGINNING, examples.foretold(rows[0]));
        int from = rows[0] * examples.width();
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = (int) examples.features()[from + i];
        }
        return vocabulary.decode(Arrays.stream(tokens).toArray());
    }

    @Override
    public RunEvent after(int epoch, int iteration) {
        try {
            return new RunEvent.Written(epoch, iteration, continuation.of(beginning, LONGEST, TEMPERATURE, seed));
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }
}
