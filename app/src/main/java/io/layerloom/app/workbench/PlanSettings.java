package io.layerloom.app.workbench;

import io.layerloom.graph.Param;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.util.List;

/** The plain figures of a training plan as settings, so that the same form edits them as edits a layer. */
public final class PlanSettings {

    public static final Param<Integer> SEED = Param.integer("seed", 42, 0, Integer.MAX_VALUE)
            .label("Seed")
            .help("Sets the initial weights, the split and the order of examples: the same seed gives the same run.");
    public static final Param<Boolean> STOP_EARLY = Param.flag("earlyStopping", false)
            .label("Early stopping")
            .help("Ends training when the validation loss no longer improves.");

    private static final Param<Integer> PATIENCE = TrainingPlan.PATIENCE.shownWhen(values -> values.get(STOP_EARLY));
    private static final Param<Double> MIN_DELTA = TrainingPlan.MIN_DELTA.shownWhen(values -> values.get(STOP_EARLY));

    /** What is to be learned. */
    public static final List<Param<?>> AIM = List.of(TrainingPlan.OBJECTIVE);
    /** What is set most often. */
    public static final List<Param<?>> LENGTH = List.of(TrainingPlan.EPOCHS, TrainingPlan.BATCH_SIZE);
    /** What makes the first weights, beside an earlier run. */
    public static final List<Param<?>> FIRST_WEIGHTS = List.of(TrainingPlan.PRETRAINING);
    /** How the examples are divided. */
    public static final List<Param<?>> SPLIT = List.of(TrainingPlan.VALIDATION, TrainingPlan.TEST);
    /** The rest. */
    public static final List<Param<?>> CHANCE_AND_END = List.of(SEED, STOP_EARLY, PATIENCE, MIN_DELTA);

    private PlanSettings() {}

    /** The figures of a plan. */
    public static Values of(TrainingPlan plan) {
        return Values.EMPTY
                .with(TrainingPlan.OBJECTIVE, plan.objective())
                .with(TrainingPlan.EPOCHS, plan.epochs())
                .with(TrainingPlan.BATCH_SIZE, plan.batchSize())
                .with(TrainingPlan.PRETRAINING, plan.pretraining())
                .with(TrainingPlan.VALIDATION, plan.split().validation())
                .with(TrainingPlan.TEST, plan.split().test())
                .with(SEED, shownSeed(plan))
                .with(STOP_EARLY, plan.earlyStopping().enabled())
                .with(PATIENCE, plan.earlyStopping().patience())
                .with(MIN_DELTA, plan.earlyStopping().minDelta());
    }

    /** A seed in a file may be longer than the form takes; it then shows its lower half and stays whole until it is changed. */
    private static int shownSeed(TrainingPlan plan) {
        return (int) (plan.seed() & Integer.MAX_VALUE);
    }

    /** The plan with one figure changed. */
    public static <T> TrainingPlan with(TrainingPlan plan, Param<T> param, T value) {
        Values values = of(plan).with(param, value);
        int seed = values.get(SEED);
        return plan.withObjective(values.get(TrainingPlan.OBJECTIVE))
                .withEpochs(values.get(TrainingPlan.EPOCHS))
                .withBatchSize(values.get(TrainingPlan.BATCH_SIZE))
                .withPretraining(values.get(TrainingPlan.PRETRAINING))
                .withSplit(new TrainingPlan.Split(values.get(TrainingPlan.VALIDATION), values.get(TrainingPlan.TEST)))
                .withSeed(seed == shownSeed(plan) ? plan.seed() : seed)
                .withEarlyStopping(new TrainingPlan.EarlyStopping(
                        values.get(STOP_EARLY), values.get(PATIENCE), values.get(MIN_DELTA)));
    }
}
