package io.layerloom.engine;

/** Says when to write a checkpoint: after each epoch and within long ones every half minute, but never so often that writing takes more than a four-hundredth of the time. */
final class CheckpointClock {

    private static final long WITHIN_EPOCH_NANOS = 30_000_000_000L;
    private static final int LEAST_RATIO = 400;

    private long begun;
    private long ended = System.nanoTime();
    private long cost;
    private boolean first = true;

    /**
     * Which part of its time a training spends on checkpoints.
     *
     * @param costSeconds what one takes
     * @param epochSeconds what an epoch takes
     */
    static double share(double costSeconds, double epochSeconds) {
        double between = Math.max(costSeconds * LEAST_RATIO, Math.min(epochSeconds, WITHIN_EPOCH_NANOS / 1e9));
        return costSeconds / (costSeconds + between);
    }

    boolean isDue(boolean atEpochEnd) {
        long waited = System.nanoTime() - ended;
        return waited >= cost * LEAST_RATIO && (atEpochEnd || waited >= WITHIN_EPOCH_NANOS);
    }

    void begin() {
        begun = System.nanoTime();
    }

    /** The first one is not typical: it waits for code and disk to wake up. */
    void end() {
        ended = System.nanoTime();
        cost = first ? 0 : ended - begun;
        first = false;
    }
}
