package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;

/** Functions of whole rows, which lie in a vector one after the other. */
abstract class RowMath {

    /** Rows that are worked on at a time hold about so many numbers, which the first cache has room for. */
    private static final int TILE = 4096;

    static RowMath of(DataType type) {
        return type == DataType.DOUBLE ? new DoubleRowMath() : new FloatRowMath();
    }

    /** How many rows of a width to work on at a time. */
    static int tile(int width) {
        return Math.max(1, TILE / width);
    }

    /** Something to do with some rows. */
    interface Work {
        void on(int row, int rows);
    }

    /** Does some rows after the other. */
    static void tiles(int rows, int width, Work work) {
        int tile = tile(width);
        for (int row = 0; row < rows; row += tile) {
            work.on(row, Math.min(tile, rows - row));
        }
    }

    /**
     * Turns scores into probabilities that sum to 1 in each row; zeros where there is nothing to choose from.
     *
     * @param scale what scores are multiplied by first
     * @param causal whether row i may choose from columns 0 to i only
     * @param closed columns that no row may choose; empty if there are none
     */
    abstract void softmax(Vec scores, int rows, int columns, double scale, boolean causal, boolean[] closed);

    /** Turns gradients of probabilities into those of the scores. */
    abstract void softmaxBack(Vec probabilities, Vec slopes, int rows, int columns, double scale);

    /** Brings each row to mean 0 and variance 1; notes what each row was multiplied by, from {@code at} on. */
    abstract void normalize(Vec values, int rows, int width, double epsilon, Vec factors, int at);

    /** Turns gradients behind a {@link #normalize} into those before it. */
    abstract void normalizeBack(Vec normal, Vec slopes, int rows, int width, Vec factors, int at);

    /** {@code values · gain + bias}, with one number of each for each column. */
    abstract void scaleAndShift(Vec values, int rows, Vec gain, Vec bias);

    /** Adds up the columns of {@code slopes} in {@code sums}, and those of {@code slopes · values} in {@code products}; then multiplies the slopes by the gain. */
    abstract void scaleBack(Vec values, Vec slopes, int rows, Vec gain, Vec products, Vec sums);

    /** {@code values + others} for the first {@code count} numbers. */
    abstract void add(Vec values, Vec others, int count);

    /** Sets numbers to zero or multiplies them, as their places in the whole decide. */
    abstract void drop(Vec values, int count, long start, long first, double kept);

    /** Adds up the columns. */
    abstract void sumColumns(Vec values, int rows, Vec sums);

    /** {@code values + row} in each row. */
    abstract void addToEach(Vec values, int rows, Vec row);

    /** The product of each row with a vector, from {@code at} on. */
    abstract void products(Vec values, int rows, Vec by, Vec into, int at);

    /**
     * The way back through {@link #products} and a hyperbolic tangent before it whose results are {@code active}: adds to the gradient of the vector, to the one that all rows share, and to
     * that of each row.
     */
    abstract void productsBack(
            Vec active, int rows, Vec by, Vec slopes, int at, Vec slopesBy, Vec slopesOfAll, Vec slopesOfEach);

    /** Spreads a change of any bit over all bits (Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014). */
    static long mixed(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
