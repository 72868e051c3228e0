package io.layerloom.engine.kit;

import java.util.Arrays;

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

    /** Whether all numbers are neither infinite nor NaN. */
    static boolean areFinite(Block numbers) {
        float[] tile = new float[LENGTH];
        float[] zeros = new float[LENGTH];
        each(0, numbers.length(), (at, count) -> {
            numbers.get(at, tile, 0, count);
            for (int i = 0; i < count; i++) {
                zeros[i] += tile[i] * 0;
            }
        });
        return Sums.of(zeros, 0, LENGTH) == 0;
    }

    /** Leaves NaN in all places of a share. */
    static void spoil(Blocked images, Share share) {
        float[] nothing = new float[LENGTH];
        Arrays.fill(nothing, Float.NaN);
        each(
                share.from() * images.size(),
                share.to() * images.size(),
                (at, count) -> images.values().put(at, nothing, 0, count));
    }

    /** Applies an activation function to the values of a share. */
    static void apply(Nonlinearity nonlinearity, Blocked images, Share share) {
        if (nonlinearity == Nonlinearity.NONE) {
            return;
        }
        float[] y = new float[LENGTH];
        each(share.from() * images.size(), share.to() * images.size(), (at, count) -> {
            images.values().get(at, y, 0, count);
            nonlinearity.apply(y, 0, count, 0);
            images.values().put(at, y, 0, count);
        });
    }

    /** The slopes of a share along what an activation function was given, in place of those along what it gave. */
    static void derive(Nonlinearity nonlinearity, Blocked images, Share share) {
        if (nonlinearity == Nonlinearity.NONE) {
            return;
        }
        float[] y = new float[LENGTH];
        float[] dy = new float[LENGTH];
        each(share.from() * images.size(), share.to() * images.size(), (at, count) -> {
            images.values().get(at, y, 0, count);
            images.slopes().get(at, dy, 0, count);
            nonlinearity.derive(y, dy, 0, count);
            images.slopes().put(at, dy, 0, count);
        });
    }
}
