package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunEvent.EpochEnd;
import io.layerloom.engine.RunEvent.Finished;
import io.layerloom.engine.RunEvent.Iteration;
import io.layerloom.engine.RunEvent.Pretraining;
import io.layerloom.engine.RunEvent.Started;

/** How far a run has come, how fast it is, and when it will be done; figures that are not known are NaN. */
final class Progress {
    /** Seconds of training over which speed is measured. */
    private static final double WINDOW = 3;

    private static final double NOT_YET = Double.NaN;

    private int epochs;
    private int iterationsPerEpoch = 1;
    private double pretrained = NOT_YET;
    private long trainExamples;
    private int iteration;
    private int epoch;
    private double seconds = NOT_YET;
    private double speed = NOT_YET;
    private double validationLoss = NOT_YET;
    private double validationAccuracy = NOT_YET;
    private double markSeconds;
    private long markExamples;

    /** Takes an event that tells how far the run is, and leaves any other alone. */
    void take(RunEvent event) {
        if (event instanceof Pretraining layer) {
            pretraining(layer);
        } else if (event instanceof Iteration step) {
            iteration(step);
        } else if (event instanceof EpochEnd end) {
            epochEnd(end);
        } else if (event instanceof Started start) {
            started(start);
        } else if (event instanceof Finished end) {
            seconds = end.seconds();
        }
    }

    private void started(Started event) {
        epochs = event.epochs();
        iterationsPerEpoch = Math.max(1, event.iterationsPerEpoch());
        trainExamples = event.trainExamples();
        iteration = event.resumedAt();
        epoch = Math.min(epochs, iteration / iterationsPerEpoch + 1);
        markSeconds = NOT_YET;
    }

    /** The time that is left is known only when all layers learn. */
    private void pretraining(Pretraining event) {
        pretrained = (event.number() - 1 + (double) event.epoch() / event.epochs()) / event.layers();
        seconds = event.seconds();
    }

    private void iteration(Iteration event) {
        iteration = event.iteration();
        epoch = event.epoch();
        seconds = event.seconds();
        if (Double.isNaN(markSeconds)) {
            mark(event);
            return;
        }
        double passed = event.seconds() - markSeconds;
        if (passed >= WINDOW || (Double.isNaN(speed) && passed > 0.2)) {
            speed = (event.examplesSeen() - markExamples) / passed;
            if (passed >= WINDOW) {
                mark(event);
            }
        }
    }

    private void mark(Iteration event) {
        markSeconds = event.seconds();
        markExamples = event.examplesSeen();
    }

    private void epochEnd(EpochEnd event) {
        iteration = Math.max(iteration, event.iteration());
        epoch = event.epoch();
        seconds = event.seconds();
        validationLoss = event.validationLoss();
        validationAccuracy = event.validationAccuracy();
        if (event.samplesPerSecond() > 0) {
            speed = event.samplesPerSecond();
        }
    }

    int epoch() {
        return epoch;
    }

    int epochs() {
        return epochs;
    }

    int iteration() {
        return iteration;
    }

    int iterationsPerEpoch() {
        return iterationsPerEpoch;
    }

    int totalIterations() {
        return epochs * iterationsPerEpoch;
    }

    /** From 0 to 1; of the pre-training as long as that goes on. */
    double part() {
        if (iteration == 0 && !Double.isNaN(pretrained)) {
            return pretrained;
        }
        return totalIterations() == 0 ? 0 : Math.min(1, (double) iteration / totalIterations());
    }

    double seconds() {
        return seconds;
    }

    /** Training examples in a second. */
    double speed() {
        return speed;
    }

    /** Not known before the run has told how long it is. */
    double secondsLeft() {
        if (epochs == 0 || (iteration == 0 && !Double.isNaN(pretrained))) {
            return NOT_YET;
        }
        double examples = (1 - part()) * epochs * (double) trainExamples;
        return examples / speed;
    }

    double validationLoss() {
        return validationLoss;
    }

    double validationAccuracy() {
        return validationAccuracy;
    }
}
