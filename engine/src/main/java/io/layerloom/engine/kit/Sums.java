package io.layerloom.engine.kit;

/** Sums of many numbers, in four parts side by side, which is faster and more exact than one after the other. */
final class Sums {

    private Sums() {}

    /** The sum of {@code count} numbers. */
    static float of(float[] numbers, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (int end = from + count - 3; i < end; i += 4) {
            a += numbers[i];
            b += numbers[i + 1];
            c += numbers[i + 2];
            d += numbers[i + 3];
        }
        for (int end = from + count; i < end; i++) {
            a += numbers[i];
        }
        return a + b + (c + d);
    }

    /** The sum of the squares of their distances from {@code middle}. */
    static float ofSquares(float[] numbers, float middle, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (int end = from + count - 3; i < end; i += 4) {
            a += square(numbers[i] - middle);
            b += square(numbers[i + 1] - middle);
            c += square(numbers[i + 2] - middle);
            d += square(numbers[i + 3] - middle);
        }
        for (int end = from + count; i < end; i++) {
            a += square(numbers[i] - middle);
        }
        return a + b + (c + d);
    }

    private static float square(float x) {
        return x * x;
    }

    /** The sum of their products with the distances of other numbers, in the same places, from {@code middle}. */
    static float ofProducts(float[] numbers, float[] others, float middle, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (int end = from + count - 3; i < end; i += 4) {
            a += numbers[i] * (others[i] - middle);
            b += numbers[i + 1] * (others[i + 1] - middle);
            c += numbers[i + 2] * (others[i + 2] - middle);
            d += numbers[i + 3] * (others[i + 3] - middle);
        }
        for (int end = from + count; i < end; i++) {
            a += numbers[i] * (others[i] - middle);
        }
        return a + b + (c + d);
    }
}
