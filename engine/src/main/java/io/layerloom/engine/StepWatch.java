package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices when a step of a training does not come to its end, as when the native code below it hangs. The thread that trains tells of its steps; another one beats. Time is
 * counted in beats, so that a machine or process that sleeps is not taken for one that hangs.
 */
final class StepWatch {

    /** A step that takes no longer than this is never blamed. */
    static final Duration LEAST = Duration.ofSeconds(60);

    private static final int TIMES_THE_SLOWEST = 50;
    /** Nothing is known of a first step but that it comes with loading and compiling. */
    private static final int TIMES_THE_LEAST = 30;

    private double slowestSeconds;
    private int steps;
    private double waitedSeconds;

    /** Does one step of the training; it counts among those by which later ones are judged. */
    <T> T one(Supplier<T> step) {
        long begun = System.nanoTime();
        T result = some(1, step);
        noteTaken((System.nanoTime() - begun) / 1e9);
        return result;
    }

    /** Does work that should take no longer than so many steps of the training. */
    <T> T some(int likeSteps, Supplier<T> work) {
        begin(likeSteps);
        try {
            return work.get();
        } finally {
            begin(0);
        }
    }

    private synchronized void begin(int likeSteps) {
        steps = likeSteps;
        waitedSeconds = 0;
    }

    private synchronized void noteTaken(double seconds) {
        slowestSeconds = Math.max(slowestSeconds, seconds);
    }

    /**
     * Some time has passed.
     *
     * @param least how long a step may take in any case
     * @return what is wrong, as a part of a sentence, if the work under way takes too long
     */
    synchronized Optional<String> beat(Duration passed, Duration least) {
        if (steps == 0) {
            return Optional.empty();
        }
        waitedSeconds += passed.toMillis() / 1e3;
        double allowed = slowestSeconds == 0
                ? TIMES_THE_LEAST * seconds(least)
                : Math.max(seconds(least), TIMES_THE_SLOWEST * slowestSeconds * steps);
        return waitedSeconds > allowed ? Optional.of(complaint()) : Optional.empty();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private String complaint() {
        if (slowestSeconds == 0) {
            return tr("its first step was not done after %,.0f seconds", waitedSeconds);
        }
        return steps == 1
                ? tr(
                        "a step was not done after %,.0f seconds, where the slowest step before took %.3g",
                        waitedSeconds, slowestSeconds)
                : tr(
                        "a measurement was not done after %,.0f seconds, where the slowest step before took %.3g",
                        waitedSeconds, slowestSeconds);
    }
}
