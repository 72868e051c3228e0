package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.LayerwisePretraining;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.function.Consumer;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** What comes before the first epoch where the plan wants it: the layers learn one by one. The network has of it what the layers learned that are done, and nothing of the one that is under way. */
final class PretrainingPhase {

    private final TrainingPlan plan;
    private final int examples;
    private final int layers;
    private final StepWatch watch;
    private final Consumer<RunEvent> listener;
    private final Stopwatch clock;
    private final LayerwisePretraining pretraining;

    PretrainingPhase(
            BuiltNetwork built,
            LoadedDataset data,
            TrainingPlan plan,
            StepWatch watch,
            Consumer<RunEvent> listener,
            Stopwatch clock) {
        int[] rows = data.loaded().split().train();
        this.plan = plan;
        this.examples = rows.length;
        this.layers = plan.pretraining() == 0
                ? 0
                : LayerwisePretraining.layers(built.net()).size();
        this.watch = watch;
        this.listener = listener;
        this.clock = clock;
        this.pretraining = new LayerwisePretraining(
                built.net(), data.examples(), rows, plan.batchSize(), built.feed(), plan.seed());
    }

    /** Asks between two mini-batches whether there is more to do. */
    @FunctionalInterface
    interface Turn {
        boolean mayGoOn() throws IOException, TrainingException;
    }

    /**
     * Refuses a plan that wants layers to learn by themselves where none can.
     *
     * @throws DataException with a sentence for people
     */
    static void requirePossible(TrainingPlan plan, BuiltNetwork built) throws DataException {
        if (plan.pretraining() > 0 && LayerwisePretraining.layers(built.net()).isEmpty()) {
            throw new DataException(tr(PlanProblems.NOTHING_TO_PRETRAIN));
        }
    }

    /** How many layers learn; none where the plan does not want it. */
    int layers() {
        return layers;
    }

    /** Lets a layer learn, counted from 0, from its begin; answers whether it came to its end. */
    boolean teach(int layer, Turn turn) throws IOException, TrainingException {
        LayerwisePretraining.Range range = pretraining.range(layer);
        if (!look(range, turn)) {
            return false;
        }
        LayerwisePretraining.Stage stage = pretraining.stage(layer, range);
        tell(stage, layer, 0, Double.NaN);
        for (int epoch = 0; epoch < plan.pretraining(); epoch++) {
            Batches batches = stage.batches(epoch);
            double sum = 0;
            try (Prefetch ready = new Prefetch(batches, 0)) {
                for (int batch = 0; batch < batches.count(); batch++) {
                    if (!turn.mayGoOn()) {
                        return false;
                    }
                    double loss = watch.one(() -> stage.step(ready.take()));
                    if (!Double.isFinite(loss)) {
                        throw diverged(stage, epoch);
                    }
                    sum += loss * batches.size(batch);
                }
            }
            stage.endEpoch();
            tell(stage, layer, epoch + 1, sum / examples);
        }
        stage.finish();
        return true;
    }

    /** Looks at what comes to a layer, as far as need be; answers whether it came to its end. */
    private static boolean look(LayerwisePretraining.Range range, Turn turn) throws IOException, TrainingException {
        for (MultiDataSet batch : range.batches()) {
            if (!turn.mayGoOn()) {
                return false;
            }
            if (!range.see(batch)) {
                break;
            }
        }
        return true;
    }

    private void tell(LayerwisePretraining.Stage stage, int layer, int epoch, double loss) {
        listener.accept(new RunEvent.Pretraining(
                stage.layer(), layer + 1, layers, epoch, plan.pretraining(), loss, clock.seconds()));
    }

    private static TrainingException diverged(LayerwisePretraining.Stage stage, int epoch) {
        return new TrainingException(new RunEvent.Failed(
                tr(
                        "The loss was no finite number any more while %s was pre-trained (epoch %d). Lower the learning rate (now %s) and train again.",
                        stage.layer(), epoch + 1, stage.learningRate()),
                "",
                false,
                false,
                stage.layer()));
    }
}
