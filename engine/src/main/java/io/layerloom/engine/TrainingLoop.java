package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.Shuffle;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Epochs and mini-batches. The steps are those of DL4J's own {@code fit(iterator, epochs)}, bit for bit; between two of them the buttons are looked at, and from time to time the
 * state is written down.
 */
final class TrainingLoop {

    /** Large batches where nothing is learned: fewer calls, the same figures. */
    static final int MEASURE_BATCH = 256;

    private final BuiltNetwork built;
    private final ComputationGraph net;
    private final Examples data;
    private final Split split;
    private final TrainingPlan plan;
    private final RunControl control;
    private final RunWriter writer;
    private final Consumer<RunEvent> listener;
    private final Watch watch;
    private final MeasuredStep steps;
    private final IterationReport report;
    private final CheckpointClock checkpoints = new CheckpointClock();
    private final Stopwatch clock;
    private final String dataSha256;
    private final Optional<Practice> practice;
    private final PretrainingPhase pretraining;

    private int pretrained;
    private int epoch;
    private int batch;
    private int iteration;
    private long examplesSeen;
    private double lossSum;
    private double accuracySum;
    private int savedIteration;

    TrainingLoop(
            BuiltNetwork built,
            LoadedDataset dataset,
            TrainingPlan plan,
            RunControl control,
            RunWriter writer,
            Consumer<RunEvent> listener,
            Watch watch,
            Checkpoint from) {
        this.built = built;
        this.net = built.net();
        this.data = dataset.examples();
        this.split = dataset.loaded().split();
        this.plan = plan;
        this.control = control;
        this.writer = writer;
        this.listener = listener;
        this.watch = watch;
        this.steps = new MeasuredStep(built, data, control);
        this.report = new IterationReport(listener);
        this.clock = new Stopwatch(from.seconds());
        this.practice = Practice.of(built, dataset, plan);
        this.pretraining = new PretrainingPhase(built, dataset, plan, control.steps(), listener, clock);
        this.dataSha256 = from.dataSha256();
        this.pretrained = from.pretrained();
        this.epoch = from.epoch();
        this.batch = from.batch();
        this.iteration = from.iteration();
        this.examplesSeen = from.examplesSeen();
        this.lossSum = from.lossSum();
        this.accuracySum = from.accuracySum();
        this.savedIteration = from.iteration();
    }

    int iterationsPerEpoch() {
        return Batches.of(data, split.train(), plan.batchSize(), built.feed()).count();
    }

    double seconds() {
        return clock.seconds();
    }

    /** Trains to the end, or until it is stopped, and saves where it stands, so that it can go on from there. */
    Outcome run() throws IOException, TrainingException {
        if (iteration == 0) {
            if (!pretrain()) {
                checkpoint();
                return Outcome.STOPPED;
            }
            practice.flatMap(Practice::before).ifPresent(listener);
        }
        Outcome outcome = epochs();
        if (iteration != savedIteration) {
            checkpoint();
        }
        return outcome;
    }

    /** Lets the layers learn that have not yet done so by themselves; answers whether all have. */
    private boolean pretrain() throws IOException, TrainingException {
        while (pretrained < pretraining.layers()) {
            if (!pretraining.teach(pretrained, this::mayGoOn)) {
                return false;
            }
            pretrained++;
            if (checkpoints.isDue(true)) {
                checkpoint();
            }
        }
        return true;
    }

    private Outcome epochs() throws IOException, TrainingException {
        while (epoch < plan.epochs()) {
            if (!epoch()) {
                return Outcome.STOPPED;
            }
            if (watch.stops()
                    && watch.stopping().waited() > plan.earlyStopping().patience()) {
                return Outcome.EARLY_STOPPED;
            }
        }
        return Outcome.COMPLETED;
    }

    /** The rest of an epoch; answers whether it came to its end. */
    private boolean epoch() throws IOException, TrainingException {
        int[] order = Shuffle.rows(split.train(), plan.seed(), epoch);
        Examples shown = data.inEpoch(epoch);
        steps.learnFrom(shown);
        Batches batches = Batches.of(shown, order, plan.batchSize(), built.feed());
        long seenBefore = examplesSeen;
        double secondsBefore = clock.seconds();
        try (Prefetch ready = new Prefetch(batches, batch)) {
            while (batch < batches.count()) {
                if (!mayGoOn()) {
                    return false;
                }
                step(batches, ready);
                if (checkpoints.isDue(false) && batch < batches.count()) {
                    checkpoint();
                }
            }
        }
        double samplesPerSecond = (examplesSeen - seenBefore) / Math.max(1e-9, clock.seconds() - secondsBefore);
        endEpoch(samplesPerSecond);
        return true;
    }

    private void step(Batches batches, Prefetch ready) throws TrainingException {
        MeasuredStep.Figures figures = steps.take(batches.rows(batch), ready);
        int size = batches.size(batch);
        batch++;
        iteration++;
        examplesSeen += size;
        if (figures.diverged()) {
            throw new TrainingException(new Divergence(built).failure(figures.loss(), iteration, epoch + 1));
        }
        lossSum += figures.loss() * size;
        accuracySum += figures.accuracy() * size;
        boolean last = batch == batches.count() && epoch + 1 == plan.epochs();
        report.add(iteration, epoch + 1, figures, examplesSeen, clock.seconds(), last);
    }

    private void endEpoch(double samplesPerSecond) throws IOException {
        int examples = split.train().length;
        double rate = built.learningRate();
        net.incrementEpochCount();
        Measurement validation = measure(split.validation());
        watch.epochDone(net, split.validation().length == 0 ? lossSum / examples : validation.loss());
        epoch++;
        Evaluations.score(validation, data, epoch, iteration).ifPresent(listener);
        listener.accept(new RunEvent.EpochEnd(
                epoch,
                iteration,
                lossSum / examples,
                accuracySum / examples,
                validation.loss(),
                validation.accuracy(),
                clock.seconds(),
                samplesPerSecond,
                rate));
        practice.ifPresent(shown -> listener.accept(shown.after(epoch, iteration)));
        batch = 0;
        lossSum = 0;
        accuracySum = 0;
        if (checkpoints.isDue(true)) {
            checkpoint();
        }
    }

    /** How the network does on some rows as it stands. */
    Measurement measure(int[] rows) {
        return control.steps()
                .some(
                        1 + rows.length / plan.batchSize(),
                        () -> Measurements.of(net, data, rows, MEASURE_BATCH, built.feed()));
    }

    /** Waits while paused; answers whether there is more to do. */
    private boolean mayGoOn() throws IOException, TrainingException {
        if (control.isPaused()) {
            clock.pause();
            checkpoint();
            listener.accept(new RunEvent.Paused(iteration));
            control.awaitTurn();
            clock.resume();
            if (!control.isStopped() && !control.isLeft()) {
                listener.accept(new RunEvent.Resumed(iteration));
            }
        }
        if (control.isLeft()) {
            checkpoint();
            throw left();
        }
        return !control.isStopped();
    }

    private void checkpoint() throws IOException {
        Checkpoint state = new Checkpoint(
                pretrained, epoch, batch, iteration, examplesSeen, clock.seconds(), lossSum, accuracySum, dataSha256);
        checkpoints.begin();
        writer.checkpoint(state.toFile(net, watch), iteration);
        checkpoints.end();
        savedIteration = iteration;
        listener.accept(new RunEvent.CheckpointSaved(epoch, iteration));
    }

    private TrainingException left() {
        String message = pretrained < pretraining.layers()
                ? tr(
                        "Training was ended in its pre-training, with %d of %d layers done. It can go on from there.",
                        pretrained, pretraining.layers())
                : tr(
                        "Training was ended in epoch %d, after %,d steps in all. It can go on from there.",
                        epoch + 1, iteration);
        return new TrainingException(RunEvent.Failed.ended(message, "", true));
    }
}
