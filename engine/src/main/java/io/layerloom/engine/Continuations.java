package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Continuation;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.Labels;
import java.io.IOException;

/** Networks that write. */
public final class Continuations {

    /** The most that is written at once, so that nobody waits for hours. */
    public static final int MOST = 10_000;

    private Continuations() {}

    /**
     * How the trained network of a run goes on from a beginning, computed in this process.
     *
     * @param count how many characters or words more, at most {@link #MOST}
     * @throws DataException if the run is not over, or its network foretells no next tokens, or the beginning is empty
     */
    public static String of(
            RunFolder run, EngineContext context, String beginning, int count, double temperature, long seed)
            throws IOException {
        if (!java.nio.file.Files.isRegularFile(run.weights())) {
            throw new DataException(tr("The run in %s is not over, so it has no weights to write with.", run));
        }
        return LoadedRun.of(run, context).write(beginning, count, temperature, seed);
    }

    static Continuation of(BuiltNetwork built, InputEncoder encoder) throws DataException {
        boolean foretells = built.network().outputs().get(0).labels() == Labels.Format.NEXT_TOKENS;
        if (!foretells || !(encoder instanceof InputEncoder.Texts texts)) {
            throw new DataException(
                    tr(
                            "This network does not foretell the next token of a text, so it cannot write. Choose a run whose plan learns that."));
        }
        return new Continuation(built.net(), new Vocabulary(texts.unit(), texts.tokens()), texts.maxLength());
    }
}
