package io.layerloom.engine;

/** Says when to write a checkpoint: after each epoch and within long ones every half minute, but never so often that writing takes more than a twentieth of the time. */
final class CheckpointClock {

    private static final long WITHIN_EPOCH_NANOS = 30_000_000_000L;
    private static final int LEAST_RATIO = 20;

    private long begun;
    private long ended = System.nanoTime();
    private long cost;
    private boolean first = true;

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
