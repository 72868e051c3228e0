package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;

/** The data of a run, as far as they are still those that it was trained on. */
public final class RunData {

    private static final int SHOWN = 8;

    private RunData() {}

    /**
     * Reads the data of a run.
     *
     * @throws DataException if the run names none, or they cannot be read or have changed since it began
     */
    public static Dataset of(RunFolder run, SampleStore samples) throws IOException {
        return load(run, run.document(), samples);
    }

    static LoadedDataset load(RunFolder run, Document document, SampleStore samples) throws IOException {
        TrainingPlan plan = document.plan();
        if (plan.data().isEmpty()) {
            throw new DataException(tr("The run in %s does not say what it was trained on; train it anew.", run));
        }
        LoadedDataset data = DataSources.load(plan, samples);
        requireSame(run.provenance().dataSha256(), data.sha256(), data.schema().name());
        return data;
    }

    /** Refuses data of another hash than the run has noted; a run that broke off before it read its data has noted none. */
    static void requireSame(String noted, String present, String name) throws DataException {
        if (!noted.isEmpty() && !noted.equals(present)) {
            throw new DataException(tr(
                    "%s has changed since this run was trained on it: its SHA-256 began with %s then and begins with %s now. Put the former data back, or train anew.",
                    name, shortened(noted), shortened(present)));
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }
}
