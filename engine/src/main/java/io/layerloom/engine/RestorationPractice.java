package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Restoration;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Vocabulary;
import java.util.List;
import java.util.Optional;

/** How a network that restores masked tokens fills the gaps of one text that it is not trained on, if there is any: always the same gaps. */
final class RestorationPractice implements Practice {

    private final Restoration restoration;
    private final String asked;

    private RestorationPractice(Restoration restoration, String asked) {
        this.restoration = restoration;
        this.asked = asked;
    }

    static Optional<Practice> of(BuiltNetwork built, LoadedDataset data) {
        if (!data.examples().isRestoring() || !(data.loaded().encoder() instanceof InputEncoder.Texts texts)) {
            return Optional.empty();
        }
        Split split = data.loaded().split();
        int[] rows = split.validation().length > 0 ? split.validation() : split.train();
        Restoration restoration = new Restoration(built.net(), texts.vocabulary(), texts.maxLength());
        return asked(data, texts, rows[0]).map(text -> new RestorationPractice(restoration, text));
    }

    /** An example with gaps; as it is written, as far as the network reads it. */
    private static Optional<String> asked(LoadedDataset data, InputEncoder.Texts texts, int row) {
        if (!(data.loaded().looks().of(row) instanceof Example.Sentence sentence)) {
            return Optional.empty();
        }
        return Optional.of(GappedText.of(sentence.text(), texts.vocabulary(), texts.maxLength()))
                .filter(text -> text.contains(Vocabulary.MASK_SIGN));
    }

    @Override
    public RunEvent after(int epoch, int iteration) {
        try {
            List<List<Restoration.Guess>> guesses = restoration.of(asked, 1);
            return new RunEvent.Restored(epoch, iteration, asked, Restoration.filled(asked, guesses));
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }
}
