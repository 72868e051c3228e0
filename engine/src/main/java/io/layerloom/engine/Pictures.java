package io.layerloom.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Some pictures of one size, small enough to be kept with each epoch of a run.
 *
 * @param pixels picture after picture, channel by channel and row by row, from 0 (black) to 255 (white)
 */
public record Pictures(int height, int width, int channels, byte[] pixels) {

    private static final int WHITE = 255;

    public Pictures {
        long size = (long) height * width * channels;
        if (height < 1 || width < 1 || channels < 1 || pixels.length % size != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d values are no whole number of pictures of %d×%d×%d.",
                    pixels.length,
                    height,
                    width,
                    channels));
        }
        pixels = pixels.clone();
    }

    /**
     * Pictures from what a network takes or gives: numbers from 0 to 1; what lies outside becomes black or white.
     *
     * @param shape of one, [channels, height, width]
     */
    static Pictures of(long[] shape, float[] values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, values[i])));
        }
        return new Pictures((int) shape[1], (int) shape[2], (int) shape[0], pixels);
    }

    /** The pictures one by one. */
    public List<Example.Picture> each() {
        int size = height * width * channels;
        return IntStream.range(0, pixels.length / size)
                .mapToObj(at -> picture(at * size, size))
                .toList();
    }

    private Example.Picture picture(int from, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (pixels[from + i] & WHITE) / (float) WHITE;
        }
        return new Example.Picture(height, width, channels, values);
    }

    /** A copy. */
    @Override
    public byte[] pixels() {
        return pixels.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pictures that
                && height == that.height
                && width == that.width
                && channels == that.channels
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(height, width, channels, Arrays.hashCode(pixels));
    }

    @Override
    public String toString() {
        return "Pictures of %d×%d×%d".formatted(height, width, channels);
    }
}
