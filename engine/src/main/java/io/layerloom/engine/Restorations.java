package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Restoration;
import io.layerloom.graph.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Networks that fill the gaps of texts. */
public final class Restorations {

    private Restorations() {}

    /**
     * What the trained network of a run puts into the gaps of a text, computed in this process: for each gap, from front to back, the likeliest tokens first.
     *
     * @param text with {@link io.layerloom.engine.kit.Vocabulary#MASK_SIGN} in each gap
     * @param most how many guesses for a gap
     * @throws DataException if the run is not over, or its network restores no masked tokens, or the text has no gap or is too long
     */
    public static List<List<Restoration.Guess>> of(RunFolder run, EngineContext context, String text, int most)
            throws IOException {
        if (!Files.isRegularFile(run.weights())) {
            throw new DataException(tr("The run in %s is not over, so it has no weights to guess with.", run));
        }
        return LoadedRun.of(run, context).restore(text, most);
    }

    static Restoration of(BuiltNetwork built, InputEncoder encoder) throws DataException {
        boolean restores = built.network().outputs().get(0).labels() == Labels.Format.MASKED_TOKENS;
        if (!restores || !(encoder instanceof InputEncoder.Texts texts)) {
            throw new DataException(
                    tr(
                            "This network does not restore masked tokens, so it cannot fill gaps. Choose a run whose plan learns that."));
        }
        return new Restoration(built.net(), texts.vocabulary(), texts.maxLength());
    }
}
