package io.layerloom.monitor.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
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
    private static final Rectangle2D NOTHING = Rectangle2D.EMPTY;

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

    /** Makes nothing visible; for a buffer that did not change. */
    void keep() {
        buffer.updateBuffer(b -> NOTHING);
    }

    /** Fills a column from {@code top} to {@code bottom}, with soft ends where these lie within a pixel. */
    void fill(int x, double top, double bottom, int rgb, double alpha) {
        double from = Math.max(0, top);
        double to = Math.min(height, bottom);
        for (int y = (int) from; y < to; y++) {
            double covered = Math.min(to, y + 1.0) - Math.max(from, y);
            blend(x, y, rgb, alpha * covered);
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
        pixels[at] = channel(255, under >>> 24, a, rest) << 24
                | channel(rgb >> 16 & 255, under >> 16 & 255, a, rest) << 16
                | channel(rgb >> 8 & 255, under >> 8 & 255, a, rest) << 8
                | channel(rgb & 255, under & 255, a, rest);
    }

    private static int channel(int over, int under, int a, int rest) {
        return (over * a + under * rest + 127) / 255;
    }

    /** A colour without its opacity as 0xRRGGBB. */
    static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
