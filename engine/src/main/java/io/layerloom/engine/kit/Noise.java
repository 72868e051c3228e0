package io.layerloom.engine.kit;

/**
 * Random numbers that follow from a seed, the training step and a place alone: the same for any number of threads, on the way forward and back, and after going on from a checkpoint.
 */
final class Noise {

    private static final double STEP = 1.0 / (1L << 53);

    private Noise() {}

    /** Where the numbers of one training step begin. */
    static long start(long seed, int iteration) {
        return mixed(seed + mixed(iteration));
    }

    /** A number of the normal distribution with mean 0 and deviation 1 (Box, Muller, A note on the generation of random normal deviates, 1958). */
    static double normal(long start, long place) {
        double radius = Math.sqrt(-2 * Math.log(part(mixed(start + 2 * place))));
        return radius * Math.cos(2 * Math.PI * part(mixed(start + 2 * place + 1)));
    }

    /** Above 0, at most 1. */
    private static double part(long bits) {
        return ((bits >>> 11) + 1) * STEP;
    }

    /** Spreads a change of any bit over all bits (Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014). */
    static long mixed(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
