package io.layerloom.engine.kit;

import java.util.Arrays;

/**
 * The second part of each example, where examples are pairs.
 *
 * <p>The arrays are handed over, not copied, and must not be changed afterwards.
 *
 * @param features of all second parts, one behind the other
 * @param shape of one, channels first
 * @param lengths how many steps of each are in use; empty where all are
 * @param rows which of them belongs to each example
 */
record Partners(float[] features, long[] shape, int[] lengths, int[] rows) {

    /** How many numbers one holds. */
    int width() {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, (one, other) -> one * other));
    }

    boolean isMasked() {
        return lengths.length > 0;
    }

    /** The steps in use in that of an example. */
    int length(int row) {
        return isMasked() ? lengths[rows[row]] : width();
    }

    /** One of the numbers of that of an example. */
    float at(int row, int place) {
        return features[rows[row] * width() + place];
    }

    void show(int row, float[] to, int at) {
        System.arraycopy(features, rows[row] * width(), to, at, width());
    }
}
