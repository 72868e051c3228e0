package io.layerloom.engine.kit;

import java.util.List;
import java.util.Random;

/**
 * Pairs of examples to compare: each example with another one of its own part of the data, half of all with one of the same class and half with one of another, chosen by random numbers. An example
 * whose class has no second one in its part is compared with one of another class, and where a part has one class only all its pairs are of that; an example all alone is compared with itself.
 *
 * <p>Source: Koch, Zemel, Salakhutdinov, Siamese neural networks for one-shot image recognition (2015), section 4.1.
 */
final class ClassPairs {

    /** What two examples can be, in the order of their numbers. */
    static final List<String> NAMES = List.of("different", "same");

    private final int[] classes;
    private final Split split;

    /** Pairs of examples of these classes, within each part of a split. */
    ClassPairs(int[] classes, Split split) {
        this.classes = classes;
        this.split = split;
    }

    /**
     * Pairs as they were drawn.
     *
     * @param partners the row with which each row is compared
     * @param same 1 where both are of the same class, 0 where not
     */
    record Drawn(int[] partners, int[] same) {}

    /** The pairs that follow from a seed. */
    Drawn draw(long seed) {
        Drawn drawn = new Drawn(new int[classes.length], new int[classes.length]);
        Random random = new Random(seed);
        for (int[] rows : new int[][] {split.train(), split.validation(), split.test()}) {
            draw(rows, random, drawn);
        }
        return drawn;
    }

    private void draw(int[] rows, Random random, Drawn drawn) {
        int[] begins = begins(rows);
        int[] byClass = byClass(rows, begins);
        // The rows in random order: the first half of them gets a partner of the same class.
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Shuffle.inPlace(order, random);
        for (int i = 0; i < order.length; i++) {
            int at = order[i];
            int row = byClass[at];
            int begin = begins[classes[row]];
            int own = begins[classes[row] + 1] - begin;
            boolean alone = own == rows.length;
            boolean same = alone || (2 * i < order.length && own > 1);
            drawn.same[row] = same ? 1 : 0;
            drawn.partners[row] =
                    byClass[same ? another(begin, own, at, random) : outside(begin, own, rows.length, random)];
        }
    }

    /** A place of the same class, but not this one unless there is no other. */
    private static int another(int begin, int own, int at, Random random) {
        if (own == 1) {
            return at;
        }
        int place = begin + random.nextInt(own - 1);
        return place < at ? place : place + 1;
    }

    /** A place of another class. */
    private static int outside(int begin, int own, int all, Random random) {
        int place = random.nextInt(all - own);
        return place < begin ? place : place + own;
    }

    /** Where the rows of each class begin if they stand one class behind the other, and at the end where they all end. */
    private int[] begins(int[] rows) {
        int most = 0;
        for (int row : rows) {
            most = Math.max(most, classes[row]);
        }
        int[] begins = new int[most + 2];
        for (int row : rows) {
            begins[classes[row] + 1]++;
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        return begins;
    }

    private int[] byClass(int[] rows, int[] begins) {
        int[] next = begins.clone();
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[classes[row]]++] = row;
        }
        return sorted;
    }
}
