package io.layerloom.engine.kit;

/** Codes for networks that make examples of them: numbers of the standard normal distribution. */
public final class Codes {

    /** Sets these random numbers apart from those of training. */
    private static final long GENERATION = 0x6e657261746f7273L;

    private Codes() {}

    /** So many codes of so many numbers each, one after the other; the same ones for the same seed, and more of them begin with fewer. */
    public static float[] of(int count, int size, long seed) {
        float[] codes = new float[Math.multiplyExact(count, size)];
        long start = Noise.start(seed ^ GENERATION, 0);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) Noise.normal(start, i);
        }
        return codes;
    }

    /**
     * A code between two others: on the great circle from one to the other, because codes of many numbers lie near the surface of a ball, and halfway along the straight line hardly any do
     * (White, Sampling generative networks, 2016).
     *
     * @param part 0 is the first code, 1 the second
     */
    public static float[] between(float[] one, float[] other, double part) {
        double dot = 0;
        double lengths = 0;
        double a = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            a += one[i] * one[i];
            lengths += other[i] * other[i];
        }
        double cosine = dot / Math.max(1e-12, Math.sqrt(a * lengths));
        double angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
        boolean straight = Math.sin(angle) < 1e-6;
        double first = straight ? 1 - part : Math.sin((1 - part) * angle) / Math.sin(angle);
        double second = straight ? part : Math.sin(part * angle) / Math.sin(angle);
        float[] code = new float[one.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (float) (first * one[i] + second * other[i]);
        }
        return code;
    }
}
