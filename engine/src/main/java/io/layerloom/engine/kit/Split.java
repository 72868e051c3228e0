package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which rows of a data set are trained on, which are measured after each epoch, and which are measured once at the end. Each part holds the classes in the proportions of the
 * whole, as nearly as possible; rows are in ascending order.
 */
public final class Split {

    /** Split and epochs must not draw the same random numbers; epochs count up from 0. */
    private static final long PURPOSE = -2;

    private final int[] train;
    private final int[] validation;
    private final int[] test;

    private Split(int[] train, int[] validation, int[] test) {
        this.train = train;
        this.validation = validation;
        this.test = test;
    }

    /**
     * Splits a data set; its own test part, if it has one, stays the test part.
     *
     * @param validation part of the training rows, from 0 to below 1
     * @param test part of all rows, from 0 to below 1
     */
    public static Split of(Examples data, double validation, double test, long seed) {
        return of(data.size(), data.classes(), data.testFrom(), validation, test, seed);
    }

    /**
     * Splits rows before they are made into examples.
     *
     * @param classes the class of each row; empty where numbers are to be predicted
     */
    public static Split of(int rows, int[] classes, double validation, double test, long seed) {
        return of(rows, classes, rows, validation, test, seed);
    }

    private static Split of(int rows, int[] classes, int testFrom, double validation, double test, long seed) {
        Random random = Shuffle.random(seed, PURPOSE);
        int[] all = IntStream.range(0, testFrom).toArray();
        int[] held = testFrom < rows ? IntStream.range(testFrom, rows).toArray() : take(all, classes, test, random);
        int[] rest = testFrom < rows ? all : without(all, held);
        int[] measured = take(rest, classes, validation, random);
        return new Split(without(rest, measured), measured, held);
    }

    /** The rows that are trained on. */
    public int[] train() {
        return train.clone();
    }

    /** The rows that are measured after each epoch. */
    public int[] validation() {
        return validation.clone();
    }

    /** The rows that are measured once at the end. */
    public int[] test() {
        return test.clone();
    }

    private static int[] take(int[] rows, int[] classes, double part, Random random) {
        if (!(part >= 0 && part < 1)) {
            throw new IllegalArgumentException("A part must lie between 0 and below 1. Received: " + part);
        }
        int[] order = rows.clone();
        Shuffle.inPlace(order, random);
        int wanted = (int) Math.round(rows.length * part);
        return classes.length == 0
                ? sorted(Arrays.copyOf(order, wanted))
                : sorted(takeStratified(order, classes, wanted));
    }

    /** Takes rows so that after each one every class has given its share, rounded. */
    private static int[] takeStratified(int[] order, int[] classes, int wanted) {
        int count = Arrays.stream(classes).max().orElse(0) + 1;
        long[] size = new long[count];
        for (int row : order) {
            size[classes[row]]++;
        }
        int[] quota = quotas(size, wanted, order.length);
        int[] taken = new int[wanted];
        int next = 0;
        for (int row : order) {
            if (quota[classes[row]]-- > 0) {
                taken[next++] = row;
            }
        }
        return taken;
    }

    /** Shares of {@code wanted} by the method of largest remainders; ties go to the lower class. */
    private static int[] quotas(long[] size, int wanted, int total) {
        int[] quota = new int[size.length];
        int given = 0;
        for (int c = 0; c < size.length; c++) {
            quota[c] = (int) (size[c] * wanted / Math.max(1, total));
            given += quota[c];
        }
        Integer[] byRemainder = IntStream.range(0, size.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                byRemainder,
                (a, b) -> Long.compare(size[b] * wanted % Math.max(1, total), size[a] * wanted % Math.max(1, total)));
        for (int i = 0; given < wanted; i++, given++) {
            quota[byRemainder[i]]++;
        }
        return quota;
    }

    private static int[] without(int[] rows, int[] gone) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(gone, row) < 0)
                .toArray();
    }

    private static int[] sorted(int[] rows) {
        Arrays.sort(rows);
        return rows;
    }
}
