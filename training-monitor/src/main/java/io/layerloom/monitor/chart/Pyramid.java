package io.layerloom.monitor.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least and greatest value of any stretch of an append-only row of numbers, in a time that hardly grows with its length.
 *
 * <p>Level 0 is the row itself; one entry of the next level holds the least and greatest of 16 entries below. A question walks up over whole blocks and down at
 * the two ends.
 */
final class Pyramid {
    private static final int BITS = 4;
    private static final int FAN = 1 << BITS;

    private float[] values = new float[256];
    private int size;
    /** For each level above the row: least and greatest, in turn. */
    private final List<float[]> levels = new ArrayList<>();

    int size() {
        return size;
    }

    float get(int index) {
        return values[index];
    }

    void append(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        for (int level = 0, block = size >> BITS; ; level++, block >>= BITS) {
            widen(level, block, value);
            if (block == 0) {
                break;
            }
        }
        size++;
    }

    private void widen(int level, int block, float value) {
        if (level == levels.size()) {
            levels.add(empty(new float[32], 0));
            if (level > 0) {
                // A new top: its first block holds everything so far.
                float[] top = levels.get(level);
                float[] below = levels.get(level - 1);
                top[0] = below[0];
                top[1] = below[1];
                for (int i = 2; i < 2 * FAN && i + 1 < below.length; i += 2) {
                    top[0] = Math.min(top[0], below[i]);
                    top[1] = Math.max(top[1], below[i + 1]);
                }
            }
        }
        float[] extremes = levels.get(level);
        int at = 2 * block;
        if (at >= extremes.length) {
            int old = extremes.length;
            extremes = empty(Arrays.copyOf(extremes, old * 2), old);
            levels.set(level, extremes);
        }
        extremes[at] = Math.min(extremes[at], value);
        extremes[at + 1] = Math.max(extremes[at + 1], value);
    }

    private static float[] empty(float[] extremes, int from) {
        for (int i = from; i < extremes.length; i += 2) {
            extremes[i] = Float.POSITIVE_INFINITY;
            extremes[i + 1] = Float.NEGATIVE_INFINITY;
        }
        return extremes;
    }

    /** Writes the least and greatest of the entries {@code from} (inclusive) to {@code to} (exclusive) into {@code out}; infinite where there is none. */
    void extremes(int from, int to, float[] out) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        int i = from;
        while (i < to) {
            int level = 0;
            int block = 1;
            while (level < levels.size() && (i & (block * FAN - 1)) == 0 && i + block * FAN <= to) {
                level++;
                block *= FAN;
            }
            if (level == 0) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            } else {
                float[] extremes = levels.get(level - 1);
                int at = 2 * (i / block);
                least = Math.min(least, extremes[at]);
                greatest = Math.max(greatest, extremes[at + 1]);
            }
            i += block;
        }
        out[0] = least;
        out[1] = greatest;
    }
}
