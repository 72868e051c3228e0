package io.layerloom.engine.kit;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

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

    /** The steps where a mask, [examples, steps], holds a zero. */
    static Skips of(INDArray mask, int first, int count) {
        INDArray flat = mask.rank() == 2 ? mask : mask.reshape(mask.size(0), mask.length() / mask.size(0));
        int steps = Math.toIntExact(flat.size(1));
        int[][] skipped = new int[steps][];
        for (int step = 0; step < steps; step++) {
            int[] found = new int[count];
            int size = 0;
            for (int example = 0; example < count; example++) {
                if (flat.getDouble(first + example, step) == 0) {
                    found[size++] = example;
                }
            }
            skipped[step] = size == 0 ? NOBODY : Arrays.copyOf(found, size);
        }
        return new Skips(skipped);
    }

    /** The examples that skip a step. */
    int[] at(int step) {
        return skipped[step];
    }

    /** Whether anybody skips a step. */
    boolean any(int step) {
        return skipped[step].length > 0;
    }

    /** Sets what belongs to those who skip a step to zero, in a vector with so many examples for each feature. */
    void silence(int step, Vec values, int examples) {
        for (int example : skipped[step]) {
            for (int i = example; i < values.length(); i += examples) {
                values.set(i, 0);
            }
        }
    }

    /** Gives those who skip a step what another vector holds for them. */
    void hold(int step, Vec values, Vec held, int examples) {
        for (int example : skipped[step]) {
            for (int i = example; i < values.length(); i += examples) {
                values.set(i, held.get(i));
            }
        }
    }
}
