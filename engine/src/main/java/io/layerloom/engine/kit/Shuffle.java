package io.layerloom.engine.kit;

import java.util.Random;

/** Seeded orders: the same seed gives the same order on every machine. */
public final class Shuffle {

    private Shuffle() {}

    /** The rows in the order of an epoch; a new array. */
    public static int[] rows(int[] rows, long seed, int epoch) {
        int[] order = rows.clone();
        inPlace(order, random(seed, epoch));
        return order;
    }

    /** Random numbers for one purpose, unrelated to those for another purpose of the same seed. */
    static Random random(long seed, long purpose) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (purpose + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }

    /** Fisher and Yates' shuffle. */
    static void inPlace(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
