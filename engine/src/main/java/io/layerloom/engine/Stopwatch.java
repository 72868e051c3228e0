package io.layerloom.engine;

/** Seconds of work, pauses left out. */
final class Stopwatch {

    private double before;
    private long since = System.nanoTime();
    private boolean running = true;

    Stopwatch(double secondsBefore) {
        before = secondsBefore;
    }

    double seconds() {
        return before + (running ? (System.nanoTime() - since) / 1e9 : 0);
    }

    void pause() {
        before = seconds();
        running = false;
    }

    void resume() {
        since = System.nanoTime();
        running = true;
    }
}
