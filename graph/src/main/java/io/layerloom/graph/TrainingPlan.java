package io.layerloom.graph;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a network is to be trained.
 *
 * @param data the source of examples; empty until one is chosen
 * @param objective what is to be learned from them
 * @param split which part of the examples is held back
 * @param epochs passes over the training examples
 * @param batchSize examples per step
 * @param seed for initial weights, the split and the order of examples
 * @param earlyStopping when to stop before the last epoch
 * @param start what the first weights are from: the folder of a run, or a project file or a sample ({@code sample:} and its id) whose latest run is meant; empty if all are drawn
 * @param pretraining passes over the training examples in which each dense layer learns by itself, before all learn together; 0 if none does
 */
public record TrainingPlan(
        Optional<Component> data,
        Objective objective,
        Split split,
        int epochs,
        int batchSize,
        Component optimizer,
        Component schedule,
        long seed,
        EarlyStopping earlyStopping,
        Optional<String> start,
        int pretraining) {

    /** What {@link #start} begins with where it names a sample. */
    public static final String SAMPLE = "sample:";

    /** What {@link #objective} may be. */
    public static final Param<Objective> OBJECTIVE = Param.choice("objective", Objective.SUPERVISED)
            .label("Learns")
            .help(
                    "Where the labels come from. Supervised: from the data. Next token: each character or word of a text is to be foretold from those before it, as GPT does. Next token of the target: the same for the second text of a pair, by all of the first, as translators do. The input itself: the network is to give back what it gets, so that a narrow layer in its middle learns what matters (an autoencoder). Boxes: where objects are on a picture and what they are. Masks: of which class each pixel of a picture is.");

    /** What {@link #epochs} may be. */
    public static final Param<Integer> EPOCHS = Param.integer("epochs", 10, 1, 100_000)
            .label("Epochs")
            .help("How often training passes over all training examples.");

    /** What {@link #batchSize} may be. */
    public static final Param<Integer> BATCH_SIZE = Param.integer("batchSize", 32, 1, 65_536)
            .label("Batch size")
            .help("Examples per step. Small batches learn more per example, large ones are faster.");

    /** What {@link #pretraining} may be. */
    public static final Param<Integer> PRETRAINING = Param.integer("pretraining", 0, 0, 10_000)
            .label("Layer-wise pre-training")
            .help(
                    "Epochs in which each Dense layer learns by itself before all learn together: from the input on, one after the other, it learns without labels to give back what the layers before it make of the examples. Deep networks of sigmoid or tanh then start where training as a whole moves them. 0 is off. Train once with and once without, and lay both runs over each other on the page of runs.");

    /** What {@link Split#validation} may be. */
    public static final Param<Double> VALIDATION = Param.real("validation", 0.1, 0, 0.9)
            .label("Validation part")
            .help("Part of the training examples that is held back and measured after each epoch.");

    /** What {@link Split#test} may be. */
    public static final Param<Double> TEST = Param.real("test", 0.1, 0, 0.9)
            .label("Test part")
            .help(
                    "Part of all examples that is measured once at the end. Without effect on data with a test set of its own.");

    /** What {@link EarlyStopping#patience} may be. */
    public static final Param<Integer> PATIENCE = Param.integer("patience", 5, 1, 10_000)
            .label("Patience")
            .help("Epochs without improvement that are still borne before training stops.");

    /** What {@link EarlyStopping#minDelta} may be. */
    public static final Param<Double> MIN_DELTA = Param.real("minDelta", 0, 0, 1_000)
            .label("Least improvement")
            .help("By how much the validation loss must fall to count as an improvement.");

    /** The plan of a new document: Adam, constant rate, ten epochs, batches of 32. */
    public static final TrainingPlan INITIAL = new TrainingPlan(
            Optional.empty(),
            Objective.SUPERVISED,
            new Split(0.1, 0.1),
            10,
            32,
            new Component("adam", Values.EMPTY),
            new Component("constant", Values.EMPTY),
            42,
            EarlyStopping.OFF,
            Optional.empty(),
            0);

    /**
     * Which part of the examples is held back, as fractions from 0 to below 1.
     *
     * @param validation part of the training examples, measured after each epoch
     * @param test part of all examples, measured once at the end; without effect for sources that bring a test set of their own
     */
    public record Split(double validation, double test) {}

    /**
     * When to stop before the last epoch.
     *
     * @param enabled whether to stop at all
     * @param patience epochs without improvement of the validation loss that are still borne
     * @param minDelta the least improvement that counts
     */
    public record EarlyStopping(boolean enabled, int patience, double minDelta) {
        /** Never stop early. */
        public static final EarlyStopping OFF = new EarlyStopping(false, 5, 0);
    }

    /** The same plan on other data. */
    public TrainingPlan withData(Component other) {
        return changed(plan -> plan.data = Optional.of(other));
    }

    /** The same plan for learning something else. */
    public TrainingPlan withObjective(Objective other) {
        return changed(plan -> plan.objective = other);
    }

    /** The same plan with another split. */
    public TrainingPlan withSplit(Split other) {
        return changed(plan -> plan.split = other);
    }

    /** The same plan for another number of epochs. */
    public TrainingPlan withEpochs(int other) {
        return changed(plan -> plan.epochs = other);
    }

    /** The same plan with another batch size. */
    public TrainingPlan withBatchSize(int other) {
        return changed(plan -> plan.batchSize = other);
    }

    /** The same plan with another optimizer. */
    public TrainingPlan withOptimizer(Component other) {
        return changed(plan -> plan.optimizer = other);
    }

    /** The same plan with another schedule of the learning rate. */
    public TrainingPlan withSchedule(Component other) {
        return changed(plan -> plan.schedule = other);
    }

    /** The same plan from another seed. */
    public TrainingPlan withSeed(long other) {
        return changed(plan -> plan.seed = other);
    }

    /** The same plan with another rule for stopping early. */
    public TrainingPlan withEarlyStopping(EarlyStopping other) {
        return changed(plan -> plan.earlyStopping = other);
    }

    /** The same plan from other first weights. */
    public TrainingPlan withStart(Optional<String> other) {
        return changed(plan -> plan.start = other);
    }

    /** The same plan with another number of epochs of pre-training for each layer. */
    public TrainingPlan withPretraining(int other) {
        return changed(plan -> plan.pretraining = other);
    }

    private TrainingPlan changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.plan();
    }

    /** A plan of which some things are about to change. */
    private static final class Draft {
        private Optional<Component> data;
        private Objective objective;
        private Split split;
        private int epochs;
        private int batchSize;
        private Component optimizer;
        private Component schedule;
        private long seed;
        private EarlyStopping earlyStopping;
        private Optional<String> start;
        private int pretraining;

        Draft(TrainingPlan plan) {
            data = plan.data;
            objective = plan.objective;
            split = plan.split;
            epochs = plan.epochs;
            batchSize = plan.batchSize;
            optimizer = plan.optimizer;
            schedule = plan.schedule;
            seed = plan.seed;
            earlyStopping = plan.earlyStopping;
            start = plan.start;
            pretraining = plan.pretraining;
        }

        TrainingPlan plan() {
            return new TrainingPlan(
                    data,
                    objective,
                    split,
                    epochs,
                    batchSize,
                    optimizer,
                    schedule,
                    seed,
                    earlyStopping,
                    start,
                    pretraining);
        }
    }
}
