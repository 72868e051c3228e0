package io.layerloom.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Real digits for the pictures of the samples, and what filters find in them. */
final class Digits {
    private static final int SIDE = 28;

    private Digits() {}

    static float[][] convolve(float[][] in, float[][] kernel) {
        int size = in.length - kernel.length + 1;
        float[][] out = new float[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float sum = 0;
                for (int i = 0; i < kernel.length; i++) {
                    for (int j = 0; j < kernel.length; j++) {
                        sum += kernel[i][j] * in[row + i][column + j];
                    }
                }
                out[row][column] = Math.max(0, sum / 3);
            }
        }
        return out;
    }

    static float[][] pool(float[][] in) {
        float[][] out = new float[in.length / 2][in.length / 2];
        for (int row = 0; row < out.length; row++) {
            for (int column = 0; column < out.length; column++) {
                out[row][column] = Math.max(
                        Math.max(in[2 * row][2 * column], in[2 * row][2 * column + 1]),
                        Math.max(in[2 * row + 1][2 * column], in[2 * row + 1][2 * column + 1]));
            }
        }
        return out;
    }

    /** The first test image of a digit, ink as 0 to 1. */
    static float[][] digit(int label) {
        byte[] labels = unpack("t10k-labels-idx1-ubyte.gz");
        byte[] images = unpack("t10k-images-idx3-ubyte.gz");
        int row = 0;
        while (labels[8 + row] != label) {
            row++;
        }
        float[][] pixels = new float[SIDE][SIDE];
        for (int k = 0; k < SIDE * SIDE; k++) {
            pixels[k / SIDE][k % SIDE] = (images[16 + row * SIDE * SIDE + k] & 0xff) / 255f;
        }
        return pixels;
    }

    private static byte[] unpack(String file) {
        try (InputStream in = new GZIPInputStream(SampleData.open("mnist", file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
