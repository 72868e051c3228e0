package io.layerloom.engine;

import java.util.function.Consumer;

/**
 * Tells about mini-batches. Those that follow each other closely are told as one, so that telling takes no more than a two-hundredth of the time of a training, however small its steps
 * are, as long as two points a second are enough for that. A training that is over soon is told in detail, a long one no more often than a person can see.
 */
final class IterationReport {

    private static final long LEAST_NANOS = 2_000_000;

    /** Twenty points a second are a movement; beyond that, what telling drives out of the processor's caches costs more than telling itself. */
    private static final long SMOOTH_NANOS = 50_000_000;

    /** So many points at least are told of a training, unless it has fewer steps. */
    private static final int POINTS = 200;

    private static final long MOST_NANOS = 500_000_000;
    private static final int TIMES_THE_COST = 200;

    /** How much of a mean cost is the latest one: a break of this thread in the middle is not to count for long. */
    private static final double NEWS = 0.2;

    private final Consumer<RunEvent> listener;
    private final OneSidedContest contest = new OneSidedContest();
    private final long begun = System.nanoTime();
    private long told = begun - MOST_NANOS;
    private double cost;
    private int count;
    private double lossSum;
    private double accuracySum;
    private double rivalSum;

    IterationReport(Consumer<RunEvent> listener) {
        this.listener = listener;
    }

    /** @param last whether it is the last mini-batch of the training, which is told in any case */
    void add(int iteration, int epoch, MeasuredStep.Figures figures, long examplesSeen, double seconds, boolean last) {
        count++;
        lossSum += figures.loss();
        accuracySum += figures.accuracy();
        rivalSum += figures.rival();
        contest.step(figures.accuracy(), figures.rival())
                .map(RunEvent.Notice::new)
                .ifPresent(listener);
        long now = System.nanoTime();
        if (now - told >= pause(now) || last) {
            listener.accept(new RunEvent.Iteration(
                    iteration, epoch, lossSum / count, accuracySum / count, examplesSeen, seconds));
            if (!Double.isNaN(rivalSum)) {
                listener.accept(new RunEvent.Rivalry(iteration, rivalSum / count));
            }
            cost += NEWS * (System.nanoTime() - now - cost);
            told = now;
            count = 0;
            lossSum = 0;
            accuracySum = 0;
            rivalSum = 0;
        }
    }

    private double pause(long now) {
        long least = Math.max(LEAST_NANOS, Math.min(SMOOTH_NANOS, (now - begun) / POINTS));
        return Math.max(least, Math.min(MOST_NANOS, TIMES_THE_COST * cost));
    }
}
