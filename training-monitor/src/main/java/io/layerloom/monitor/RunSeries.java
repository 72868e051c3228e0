package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunEvent.EpochEnd;
import io.layerloom.engine.RunEvent.Failed;
import io.layerloom.engine.RunEvent.Finished;
import io.layerloom.engine.RunEvent.Iteration;
import io.layerloom.engine.RunEvent.Pretraining;
import io.layerloom.engine.RunEvent.Scored;
import io.layerloom.engine.RunEvent.Started;
import io.layerloom.engine.RunFolder;
import io.layerloom.monitor.chart.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is listed and compared: its figures and its curves.
 *
 * <p>Two of these are equal when they are of the same folder.
 */
public final class RunSeries {
    private final Path folder;
    private final String name;
    private final Instant created;
    private final Provenance.State state;
    private final String data;
    private final Series loss = new Series();
    private final Series accuracy = new Series();
    private final Series validationLoss = new Series();
    private final Series validationAccuracy = new Series();
    private final Series scores = new Series();
    private Optional<Score> told = Optional.empty();
    private boolean pretrained;
    private int epochs;
    private int plannedEpochs;
    private int iterationsPerEpoch = 1;
    private long parameters;
    private double seconds = Double.NaN;
    private double finalLoss = Double.NaN;
    private Score score = Score.loss(Double.NaN);
    private boolean weights;
    private boolean checkpoint;
    private boolean hopeless;
    private Optional<String> damage = Optional.empty();

    private RunSeries(Path folder, Instant created, Provenance.State state, String data) {
        this.folder = folder;
        this.name = String.valueOf(folder.getFileName());
        this.created = created;
        this.state = state;
        this.data = data;
    }

    /** Reads a run; not on the JavaFX thread, a long run has megabytes of figures. */
    public static RunSeries of(RunFolder run) throws IOException {
        Provenance provenance = run.provenance();
        RunSeries series = of(run.path(), provenance.created(), run.state(), provenance.dataName(), run.metrics());
        series.weights = Files.isRegularFile(run.weights());
        series.checkpoint = run.hasCheckpoint();
        run.evaluation().ifPresent(series::tested);
        return series;
    }

    /** A run whose files cannot be read; {@code damage} says in a sentence why, and what to do. */
    public static RunSeries damaged(RunFolder run, String damage) {
        RunSeries series = new RunSeries(run.path(), run.changed(), Provenance.State.FAILED, "");
        series.damage = Optional.of(damage);
        return series;
    }

    /** A run from what it told. */
    static RunSeries of(Path folder, Instant created, Provenance.State state, String data, List<RunEvent> events) {
        RunSeries series = new RunSeries(folder, created, state, data);
        events.forEach(series::add);
        return series;
    }

    private void add(RunEvent event) {
        if (event instanceof Started started) {
            plannedEpochs = started.epochs();
            iterationsPerEpoch = Math.max(1, started.iterationsPerEpoch());
            parameters = started.parameters();
        } else if (event instanceof Pretraining layer) {
            pretrained = true;
            seconds = layer.seconds();
        } else if (event instanceof Iteration iteration) {
            loss.append(iteration.iteration(), iteration.loss());
            accuracy.append(iteration.iteration(), iteration.accuracy());
            seconds = iteration.seconds();
        } else if (event instanceof EpochEnd end) {
            add(end);
        } else if (event instanceof Scored scored) {
            scores.append(scored.iteration(), scored.value());
            told = Optional.of(Score.of(scored));
        } else if (event instanceof Finished finished) {
            seconds = finished.seconds();
            tested(finished.test());
        }
        hopeless = event instanceof Failed failed && !failed.resumable();
    }

    private void add(EpochEnd end) {
        epochs = end.epoch();
        seconds = end.seconds();
        validationLoss.append(end.iteration(), end.validationLoss());
        validationAccuracy.append(end.iteration(), end.validationAccuracy());
        finalLoss = Double.isNaN(end.validationLoss()) ? end.trainLoss() : end.validationLoss();
        double accuracy = Double.isNaN(end.validationAccuracy()) ? end.trainAccuracy() : end.validationAccuracy();
        Score plain = Double.isNaN(accuracy) ? Score.loss(finalLoss) : Score.accuracy(accuracy);
        score = told.orElse(plain);
    }

    private void tested(Evaluation test) {
        if (test.examples() > 0) {
            finalLoss = test.loss();
            score = Score.of(test);
        }
    }

    /** Where the run is kept. */
    public Path folder() {
        return folder;
    }

    /** The name that people see. */
    public String name() {
        return name;
    }

    /** The name with what tells it from runs that it is compared with: that its layers learned by themselves first. */
    public String label() {
        return pretrained ? tr("%s, pre-trained", name) : name;
    }

    /** When it began. */
    public Instant created() {
        return created;
    }

    /** The name of what it was trained on; empty until its data were read. */
    public String data() {
        return data;
    }

    /** How far it came. */
    public Provenance.State state() {
        return state;
    }

    /** Why its files cannot be read, as a sentence that says what to do; empty if they can. */
    public Optional<String> damage() {
        return damage;
    }

    /** Whether what it learned is kept, to be asked and exported. */
    public boolean hasWeights() {
        return weights;
    }

    /** Whether it ended before its plan did, and can go on from a checkpoint. */
    public boolean resumable() {
        return checkpoint
                && switch (state) {
                    case INTERRUPTED, STOPPED -> true;
                    case FAILED -> !hopeless;
                    case RUNNING, COMPLETED, EARLY_STOPPED -> false;
                };
    }

    /** Whether all its epochs were trained, and there is a state from which it can be trained for more. */
    public boolean extensible() {
        return checkpoint && state == Provenance.State.COMPLETED;
    }

    /** Why it can neither be resumed nor trained further, as a sentence or two; empty if it can. */
    public Optional<String> whyOver() {
        if (damage.isPresent() || resumable() || extensible()) {
            return damage;
        }
        return Optional.of(
                switch (state) {
                    case RUNNING -> tr("It is being trained now.");
                    case EARLY_STOPPED ->
                        tr(
                                "It stopped early, because its validation loss no longer improved. Train anew with another plan.");
                    case FAILED ->
                        checkpoint
                                ? tr("It would fail again from its last checkpoint. Its curves say why; train anew.")
                                : tr("It failed before anything was saved to go on from. Train anew.");
                    case INTERRUPTED, STOPPED, COMPLETED -> tr("Nothing was saved to go on from. Train anew.");
                });
    }

    /** Epochs that were done. */
    public int epochs() {
        return epochs;
    }

    /** Epochs that were planned. */
    public int plannedEpochs() {
        return plannedEpochs;
    }

    /** Iterations in an epoch. */
    public int iterationsPerEpoch() {
        return iterationsPerEpoch;
    }

    /** Trainable numbers of the network. */
    public long parameters() {
        return parameters;
    }

    /** Time of training. */
    public double seconds() {
        return seconds;
    }

    /** How well it does on the test part; else accuracy, or loss where there is none, on the validation part, else on the training part. */
    Score score() {
        return score;
    }

    /** Loss on the same part as {@link #score}. */
    public double finalLoss() {
        return finalLoss;
    }

    Series loss() {
        return loss;
    }

    Series accuracy() {
        return accuracy;
    }

    Series validationLoss() {
        return validationLoss;
    }

    Series validationAccuracy() {
        return validationAccuracy;
    }

    /** The figure for objects or pixels after each epoch; empty where there is none. */
    Series scores() {
        return scores;
    }

    /** The name of that figure. */
    String scoreName() {
        return told.map(Score::name).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunSeries run && run.folder.equals(folder);
    }

    @Override
    public int hashCode() {
        return folder.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
