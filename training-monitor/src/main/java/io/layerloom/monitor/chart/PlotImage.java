package io.layerloom.monitor.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Pixels that a chart draws itself, column by column.
 *
 * <p>A curve over time has one short vertical stretch in each column of pixels, so a column costs a handful of blends, however many points lie in it; stroking the
 * same curve as a path costs ten times as much when drawn in software.
 */
final class PlotImage {
    private static final int BLOCK = 16;
    private static final int PAIR = 0x00FF00FF;
    private static final int HALVES = 0x00800080;
    private static final int OPAQUE_AG = 0x00FF0000;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    PlotImage(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    WritableImage image() {
        return image;
    }

    int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** Makes what was drawn visible. */
    void show() {
        buffer.updateBuffer(b -> null);
    }

    /**
     * Fills columns from {@code tops} to {@code bottoms}, with soft ends where these lie within a pixel; a column whose top is NaN is left out.
     *
     * <p>Works row by row through blocks of columns that share a line of the processor's cache; going down one column after the other takes three times as long.
     */
    void band(int firstColumn, double[] tops, double[] bottoms, int columns, int rgb, double alpha) {
        for (int begin = 0; begin < columns; begin += BLOCK) {
            int end = Math.min(columns, begin + BLOCK);
            double top = height;
            double bottom = 0;
            for (int c = begin; c < end; c++) {
                if (!Double.isNaN(tops[c])) {
                    top = Math.min(top, tops[c]);
                    bottom = Math.max(bottom, bottoms[c]);
                }
            }
            int last = (int) Math.min(height, Math.ceil(bottom));
            for (int row = (int) Math.max(0, top); row < last; row++) {
                for (int c = begin; c < end; c++) {
                    double covered = Math.min(bottoms[c], row + 1.0) - Math.max(tops[c], row);
                    if (covered > 0) {
                        blend(firstColumn + c, row, rgb, alpha * covered);
                    }
                }
            }
        }
    }

    /**
     * Draws the part of a line that lies in a column.
     *
     * @param y height of the line in the middle of the column
     * @param slope how far the line falls over the column
     * @param thickness of the line, across it
     */
    void line(int x, double y, double slope, double thickness, int rgb, double alpha) {
        double half = thickness / 2 * Math.sqrt(1 + slope * slope);
        double blur = 1 + Math.abs(slope);
        double reach = half + blur / 2;
        int from = (int) Math.max(0, Math.floor(y - reach));
        int to = (int) Math.min(height - 1.0, Math.ceil(y + reach));
        for (int row = from; row <= to; row++) {
            double covered = (half - Math.abs(row + 0.5 - y)) / blur + 0.5;
            blend(x, row, rgb, alpha * Math.min(1, covered));
        }
    }

    /** Draws a filled dot. */
    void dot(double x, double y, double radius, int rgb, double alpha) {
        for (int row = (int) Math.floor(y - radius - 1); row <= y + radius + 1; row++) {
            for (int column = (int) Math.floor(x - radius - 1); column <= x + radius + 1; column++) {
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                    blend(column, row, rgb, alpha * Math.min(1, radius + 0.5 - distance));
                }
            }
        }
    }

    private void blend(int x, int y, int rgb, double alpha) {
        int a = (int) (alpha * 255 + 0.5);
        if (a <= 0) {
            return;
        }
        int at = y * width + x;
        int under = pixels[at];
        int rest = 255 - a;
        // Two channels at a time: alpha and green, red and blue.
        int ag = (OPAQUE_AG | ((rgb >>> 8) & 0xFF)) * a + ((under >>> 8) & PAIR) * rest;
        int rb = (rgb & PAIR) * a + (under & PAIR) * rest;
        pixels[at] = (by255(ag) << 8) | by255(rb);
    }

    /** Divides both 16-bit halves by 255, rounded. */
    private static int by255(int pair) {
        int rounded = pair + HALVES;
        return ((rounded + ((rounded >>> 8) & PAIR)) >>> 8) & PAIR;
    }

    /** A colour without its opacity as 0xRRGGBB. */
    static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
