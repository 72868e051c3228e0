package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.chart.Series;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The curves of the run at hand, as they grow. */
final class LiveCurves {
    private final RunCharts charts;
    private Series loss = new Series();
    private Series accuracy = new Series();
    private Series validationLoss = new Series();
    private Series validationAccuracy = new Series();
    private Series generatorLoss = new Series();
    private Series scores = new Series();
    /** Of layers that learned one by one, in the order in which they did. */
    private final Map<String, Series> stages = new LinkedHashMap<>();

    private Optional<RunEvent.Scored> score = Optional.empty();
    private boolean accuracyExpected = true;
    private boolean hasEndedEpoch;

    LiveCurves(RunCharts charts) {
        this.charts = charts;
    }

    /** Says whether the runs that begin from now on have an accuracy. */
    void expectAccuracy(boolean expected) {
        accuracyExpected = expected;
    }

    /** Begins anew. */
    void begin() {
        loss = new Series();
        accuracy = new Series();
        validationLoss = new Series();
        validationAccuracy = new Series();
        generatorLoss = new Series();
        scores = new Series();
        score = Optional.empty();
        hasEndedEpoch = false;
        charts.setClassification(accuracyExpected);
        charts.loss().expectedEndProperty().set(0);
        stages.clear();
        charts.showStages(stages, 0);
        charts.show(loss, validationLoss, accuracy, validationAccuracy);
    }

    /** Draws an event that has a figure for the curves, and leaves any other alone. */
    void take(RunEvent event) {
        if (event instanceof RunEvent.Iteration iteration) {
            iteration(iteration);
        } else if (event instanceof RunEvent.EpochEnd end) {
            epochEnd(end);
        } else if (event instanceof RunEvent.Scored scored) {
            scored(scored);
        } else if (event instanceof RunEvent.Pretraining layer) {
            pretraining(layer);
        } else if (event instanceof RunEvent.Rivalry rivalry) {
            rivalry(rivalry);
        } else if (event instanceof RunEvent.Finished) {
            // No more is expected, so that the axis ends where the curves do.
            charts.loss().expectedEndProperty().set(0);
        }
    }

    private void iteration(RunEvent.Iteration event) {
        loss.append(event.iteration(), event.loss());
        accuracy.append(event.iteration(), event.accuracy());
        charts.setClassification(hasAccuracy());
    }

    /** What a layer lost in an epoch by itself; one whose training broke off begins anew. */
    private void pretraining(RunEvent.Pretraining event) {
        if (event.epoch() > 0) {
            Series losses = stages.getOrDefault(event.layer(), new Series());
            if (losses.isEmpty() || losses.lastX() >= event.epoch()) {
                losses = new Series();
                stages.put(event.layer(), losses);
                charts.showStages(stages, event.epochs());
            }
            losses.append(event.epoch(), event.loss());
        }
    }

    /** How a generator did, beside its discriminator. */
    private void rivalry(RunEvent.Rivalry event) {
        if (generatorLoss.isEmpty()) {
            charts.showRivals(loss, generatorLoss, validationLoss);
        }
        generatorLoss.append(event.iteration(), event.generatorLoss());
    }

    /** How a network finds objects, where there is no accuracy, or tells pixels apart, beside theirs. */
    private void scored(RunEvent.Scored event) {
        if (scores.isEmpty()) {
            charts.showScores(Score.name(event.figure()), scores);
        }
        score = Optional.of(event);
        scores.append(event.iteration(), event.value());
        charts.setClassification(true);
    }

    /** The latest figure for objects or pixels. */
    Optional<RunEvent.Scored> score() {
        return score;
    }

    /** Whether there is an accuracy, or until the end of the first epoch, whether one is expected. */
    boolean hasAccuracy() {
        return !accuracy.isEmpty()
                || !validationAccuracy.isEmpty()
                || !scores.isEmpty()
                || (accuracyExpected && !hasEndedEpoch);
    }

    private void epochEnd(RunEvent.EpochEnd end) {
        hasEndedEpoch = true;
        if (loss.isEmpty()) {
            loss.append(end.iteration(), end.trainLoss());
            accuracy.append(end.iteration(), end.trainAccuracy());
        }
        validationLoss.append(end.iteration(), end.validationLoss());
        validationAccuracy.append(end.iteration(), end.validationAccuracy());
        charts.setClassification(hasAccuracy());
    }

    Series loss() {
        return loss;
    }

    Series accuracy() {
        return accuracy;
    }
}
