package io.layerloom.engine;

import java.util.function.Consumer;

/** Tells about mini-batches; those that follow each other within two milliseconds are told as one, so that small networks spend their time on training. */
final class IterationReport {

    private static final long LEAST_NANOS = 2_000_000;

    private final Consumer<RunEvent> listener;
    private long told = System.nanoTime() - LEAST_NANOS;
    private int count;
    private double lossSum;
    private double accuracySum;

    IterationReport(Consumer<RunEvent> listener) {
        this.listener = listener;
    }

    void add(int iteration, int epoch, double loss, double accuracy, long examplesSeen, double seconds, boolean last) {
        count++;
        lossSum += loss;
        accuracySum += accuracy;
        long now = System.nanoTime();
        if (now - told >= LEAST_NANOS || last) {
            listener.accept(new RunEvent.Iteration(
                    iteration, epoch, lossSum / count, accuracySum / count, examplesSeen, seconds));
            told = now;
            count = 0;
            lossSum = 0;
            accuracySum = 0;
        }
    }
}
