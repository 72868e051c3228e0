package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Translation;
import java.io.IOException;
import java.nio.file.Files;

/** Networks that write the targets of sources. */
public final class Translations {

    private Translations() {}

    /**
     * The target that the trained network of a run writes for a source, computed in this process.
     *
     * @throws DataException if the run is not over, or its network writes no targets, or the source is empty or too long
     */
    public static String of(RunFolder run, EngineContext context, String source) throws IOException {
        if (!Files.isRegularFile(run.weights())) {
            throw new DataException(tr("The run in %s is not over, so it has no weights to write with.", run));
        }
        return LoadedRun.of(run, context).translate(source);
    }

    static Translation of(BuiltNetwork built, InputEncoder encoder) throws DataException {
        if (!(encoder instanceof InputEncoder.Pairs pairs)) {
            throw new DataException(
                    tr(
                            "This network does not foretell the next token of a target, so it cannot write one. Choose a run whose plan learns that."));
        }
        return by(built, pairs);
    }

    static Translation by(BuiltNetwork built, InputEncoder.Pairs pairs) {
        return new Translation(
                built.net(),
                built.feed(),
                pairs.source().vocabulary(),
                pairs.source().maxLength(),
                pairs.target().vocabulary(),
                pairs.target().maxLength());
    }
}
