package io.layerloom.engine.kit;

import java.util.Arrays;

/** Which steps of which examples are padding, and count for nothing. */
final class Skips {

    private static final int[] NOBODY = {};

    private final int[][] skipped;

    private Skips(int[][] skipped) {
        this.skipped = skipped;
    }

    /** Every step of every example counts. */
    static Skips none(int steps) {
        int[][] nobody = new int[steps][];
        Arrays.fill(nobody, NOBODY);
        return new Skips(nobody);
    }

    /** The steps of some examples that are padding. */
    static Skips of(Padding padding, RowSpan span) {
        if (!padding.any()) {
            return none(span.steps());
        }
        int[][] skipped = new int[span.steps()][];
        for (int step = 0; step < skipped.length; step++) {
            int[] found = new int[span.examples()];
            int size = 0;
            for (int example = 0; example < found.length; example++) {
                boolean[] padded = padding.of(span.from() + example);
                if (padded.length > 0 && padded[step]) {
                    found[size++] = example;
                }
            }
            skipped[step] = size == 0 ? NOBODY : Arrays.copyOf(found, size);
        }
        return new Skips(skipped);
    }

    /** Whether anybody skips a step. */
    boolean any(int step) {
        return skipped[step].length > 0;
    }

    /** Sets what belongs to those who skip a step to zero, in a vector with so many features of each example side by side. */
    void silence(int step, Vec values, int features) {
        for (int example : skipped[step]) {
            for (int i = example * features; i < (example + 1) * features; i++) {
                values.set(i, 0);
            }
        }
    }

    /** Gives those who skip a step what another vector holds for them. */
    void hold(int step, Vec values, Vec held, int features) {
        for (int example : skipped[step]) {
            values.copy(held, example * features, example * features, features);
        }
    }
}
