package io.layerloom.engine.kit;

/** Ranges of numbers outside the heap, piece by piece; a piece is small enough for several of them to stay in the processor's first cache. */
final class Tiles {

    /** A multiple of every number of channels that lie side by side. */
    static final int LENGTH = 1024;

    private Tiles() {}

    /** What is done with a piece. */
    interface Work {
        void on(int at, int count);
    }

    static void each(int from, int to, Work work) {
        for (int at = from; at < to; at += LENGTH) {
            work.on(at, Math.min(LENGTH, to - at));
        }
    }
}
