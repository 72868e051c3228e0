package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.PixelCounts;
import java.util.Arrays;
import java.util.Objects;

/** The class of each pixel of a picture, row by row, by its place among the names of the classes; {@link #LEFT_OUT} where nobody says. */
public final class Mask {

    /** Stands for a pixel that counts for nothing. */
    public static final int LEFT_OUT = -1;

    private final int height;
    private final int width;
    private final int[] kinds;

    private Mask(int height, int width, int[] kinds) {
        if (kinds.length != height * width) {
            throw new IllegalArgumentException(
                    "A mask of %d×%d has a class for each pixel. Received: %d".formatted(height, width, kinds.length));
        }
        this.height = height;
        this.width = width;
        this.kinds = kinds;
    }

    /** A mask of the data. */
    static Mask of(int height, int width, byte[] kinds) {
        int[] all = new int[kinds.length];
        for (int pixel = 0; pixel < all.length; pixel++) {
            all[pixel] = kinds[pixel] == Examples.LEFT_OUT ? LEFT_OUT : kinds[pixel] & 255;
        }
        return new Mask(height, width, all);
    }

    /** What {@link Predictor#predict} answers for a network that tells pixels apart. */
    public static Mask of(int height, int width, float[] numbers) {
        int[] all = new int[numbers.length];
        for (int pixel = 0; pixel < all.length; pixel++) {
            all[pixel] = Math.round(numbers[pixel]);
        }
        return new Mask(height, width, all);
    }

    /** The classes of pixels as the numbers that a worker answers with. */
    static float[] numbers(byte[] kinds) {
        float[] numbers = new float[kinds.length];
        for (int pixel = 0; pixel < numbers.length; pixel++) {
            numbers[pixel] = kinds[pixel] & 255;
        }
        return numbers;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The class of a pixel. */
    public int at(int row, int column) {
        return kinds[row * width + column];
    }

    /** How well another mask of this picture hits this one, which is the true one: the mean over the classes that are on one of them of the pixels on both, divided by those on at least one; NaN if all pixels are left out. */
    public double meanIou(Mask taken, int classes) {
        PixelCounts counts = new PixelCounts(classes);
        counts.add(bytes(), taken.bytes());
        return counts.meanIou();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[kinds.length];
        for (int pixel = 0; pixel < bytes.length; pixel++) {
            bytes[pixel] = kinds[pixel] == LEFT_OUT ? Examples.LEFT_OUT : (byte) kinds[pixel];
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && height == mask.height
                && width == mask.width
                && Arrays.equals(kinds, mask.kinds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(height, width, Arrays.hashCode(kinds));
    }

    @Override
    public String toString() {
        return "Mask of %d×%d".formatted(height, width);
    }
}
