package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a worker has done ahead for a run that may come: the data read, the number of threads chosen, and on the way all loaded that a step takes. The run gives the same bits as
 * without it, and a run of anything else goes on as if nothing had been prepared.
 */
final class Preparation {

    /** Nothing was done ahead. */
    static final Preparation NONE = new Preparation(Optional.empty(), Optional.empty());

    /** Data that take more than this part of the machine's memory are not kept for somebody who may not come. */
    private static final long PART_OF_MEMORY = 32;

    /** A step of more takes about a second. */
    private static final long MOST_MULTIPLY_ADDS = 10_000_000_000L;

    /** With their slopes and the state of an optimizer they take 16 bytes each. */
    private static final long MOST_PARAMETERS = 5_000_000;

    private final Optional<Kept> kept;
    private final Optional<Chosen> chosen;

    private Preparation(Optional<Kept> kept, Optional<Chosen> chosen) {
        this.kept = kept;
        this.chosen = chosen;
    }

    /** Data in memory, with their hash. */
    record Data(LoadedDataset loaded, String sha256) {}

    /** What of a plan decides which examples there are, and in which part. */
    private record Source(Optional<Component> data, TrainingPlan.Split split, long seed, Objective objective) {
        static Source of(TrainingPlan plan) {
            return new Source(plan.data(), plan.split(), plan.seed(), plan.objective());
        }
    }

    private record Kept(Source source, List<List<Object>> stamps, Data data) {}

    private record Chosen(Graph graph, TrainingPlan plan, ThreadProbe.Choice threads) {}

    /**
     * Prepares for the training of a document; for one whose data or steps are very large, only the engine is loaded.
     *
     * @param threads how many are to compute; 0 for the fastest, which are then found out
     * @param isHurried whether the run has come meanwhile, so that nothing further is to be begun
     * @throws DataException if the document cannot be trained, with the sentence that its run would end with
     */
    static Preparation of(Document document, int threads, EngineContext context, BooleanSupplier isHurried)
            throws DataException {
        // Loads ND4J with all that it brings.
        Nd4j.zeros(1).close();
        if (isLarge(document, context)) {
            return NONE;
        }
        TrainingPlan plan = document.plan();
        List<List<Object>> stamps = stamps(plan, context);
        LoadedDataset loaded = DataSources.load(plan, context.samples());
        Optional<Kept> kept = Optional.of(new Kept(Source.of(plan), stamps, new Data(loaded, loaded.sha256())));
        if (isHurried.getAsBoolean()) {
            return new Preparation(kept, Optional.empty());
        }
        Preparation done = new Preparation(kept, threads > 0 ? Optional.empty() : fastest(document, context, loaded));
        if (!isHurried.getAsBoolean()) {
            Rehearsal.of(document, threads, context, done);
        }
        return done;
    }

    private static Optional<Chosen> fastest(Document document, EngineContext context, LoadedDataset loaded)
            throws DataException {
        ThreadProbe.Choice threads = ThreadProbe.of(document, context.catalog(), loaded);
        return Optional.of(new Chosen(document.graph(), document.plan(), threads));
    }

    private static boolean isLarge(Document document, EngineContext context) throws DataException {
        Inference inference = Inference.of(document.graph(), context.catalog());
        long parameters = BuiltNetwork.lower(document, context.catalog()).parameters();
        return parameters > MOST_PARAMETERS
                || ThreadChoice.multiplyAdds(document, inference) > MOST_MULTIPLY_ADDS
                || bytes(document.plan(), context) > Machine.memory() / PART_OF_MEMORY;
    }

    private static long bytes(TrainingPlan plan, EngineContext context) throws DataException {
        if (plan.data().isEmpty()) {
            return 0;
        }
        DataSchema schema = DataSources.schema(plan.data().get(), context.samples());
        return Float.BYTES * schema.features().elements() * schema.examples();
    }

    private static List<List<Object>> stamps(TrainingPlan plan, EngineContext context) throws DataException {
        return plan.data().isPresent() ? DataSources.stamps(plan.data().get(), context.samples()) : List.of();
    }

    /** The data of a plan: those that were read ahead, unless the plan is another or a file has changed since; otherwise they are read now. */
    Data data(TrainingPlan plan, EngineContext context) throws DataException {
        if (kept.isPresent()
                && kept.get().source.equals(Source.of(plan))
                && kept.get().stamps.equals(stamps(plan, context))) {
            return kept.get().data;
        }
        LoadedDataset loaded = DataSources.load(plan, context.samples());
        return new Data(loaded, loaded.sha256());
    }

    /** The threads that were chosen for just this training; empty if it is another one in anything but the number of its epochs. */
    Optional<ThreadProbe.Choice> threads(Document document) {
        return chosen.filter(known -> known.graph.equals(document.graph())
                        && known.plan.equals(document.plan().withEpochs(known.plan.epochs())))
                .map(Chosen::threads);
    }
}
