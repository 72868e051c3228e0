package io.layerloom.canvas;

import java.util.Arrays;
import javafx.scene.paint.Color;

/** Opaque pixels that are drawn on by the processor alone: without a graphics card, that is several times as fast as any path through the toolkit. */
final class Raster {

    private static final int OPAQUE = 0xFF000000;
    private static final int ODD = 0x00FF00FF;

    /** Halves that are added before eight bits are cut off, so that colours do not darken. */
    private static final int HALVES = 0x00800080;

    final int width;
    final int height;

    /** Row by row, 0xFFRRGGBB. */
    final int[] pixels;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /** A colour as a number: alpha, red, green, blue, not premultiplied. */
    static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    void fill(int argb) {
        Arrays.fill(pixels, argb | OPAQUE);
    }

    /** Moves all pixels; what comes in from the edges is to be drawn. */
    void move(int dx, int dy) {
        int by = dy * width + dx;
        System.arraycopy(pixels, Math.max(0, -by), pixels, Math.max(0, by), pixels.length - Math.abs(by));
    }

    /** Puts another raster into a place of this one. */
    void put(Raster part, int left, int top) {
        for (int row = 0; row < part.height; row++) {
            System.arraycopy(part.pixels, row * part.width, pixels, (top + row) * width + left, part.width);
        }
    }

    /** Takes what lies within a box from other pixels of the same size. */
    void restore(int[] from, Box box) {
        int left = (int) Math.max(0, Math.floor(box.x()));
        int count = (int) Math.min(width, Math.ceil(box.right())) - left;
        int last = (int) Math.min(height, Math.ceil(box.bottom()));
        for (int row = (int) Math.max(0, Math.floor(box.y())); row < last && count > 0; row++) {
            System.arraycopy(from, row * width + left, pixels, row * width + left, count);
        }
    }

    /** Whole pixels, without blending. */
    void square(int left, int top, int side, int argb) {
        int right = Math.min(width, left + side);
        int bottom = Math.min(height, top + side);
        for (int y = Math.max(0, top); y < bottom; y++) {
            for (int x = Math.max(0, left); x < right; x++) {
                pixels[y * width + x] = argb | OPAQUE;
            }
        }
    }

    /** An upright rectangle; pixels that it covers in part are blended. */
    void rectangle(double left, double top, double right, double bottom, int argb) {
        int firstColumn = (int) Math.floor(Math.max(0, left));
        int lastColumn = (int) Math.ceil(Math.min(width, right));
        int firstRow = (int) Math.floor(Math.max(0, top));
        int lastRow = (int) Math.ceil(Math.min(height, bottom));
        if (firstColumn >= lastColumn) {
            return;
        }
        double opacity = 256 * ((argb >>> 24) / 255.0);
        double first = Math.min(firstColumn + 1, right) - Math.max(firstColumn, left);
        double last = Math.min(lastColumn, right) - Math.max(lastColumn - 1, left);
        for (int y = firstRow; y < lastRow; y++) {
            double row = (Math.min(y + 1, bottom) - Math.max(y, top)) * opacity;
            int base = y * width;
            blend(base + firstColumn, argb, (int) (first * row + 0.5));
            int share = (int) (row + 0.5);
            for (int x = firstColumn + 1; x < lastColumn - 1; x++) {
                blend(base + x, argb, share);
            }
            if (lastColumn - 1 > firstColumn) {
                blend(base + lastColumn - 1, argb, (int) (last * row + 0.5));
            }
        }
    }

    /**
     * Mixes a colour into a pixel.
     *
     * @param share of the colour, 0 to 256
     */
    void blend(int index, int rgb, int share) {
        int under = pixels[index];
        int rest = 256 - share;
        int odd = ((rgb & ODD) * share + (under & ODD) * rest + HALVES) >>> 8 & ODD;
        int even = ((rgb >>> 8 & 0xFF) * share + (under >>> 8 & 0xFF) * rest + 128) & 0xFF00;
        pixels[index] = OPAQUE | odd | even;
    }

    /** Lays a sprite on, pixel for pixel; {@code opacity} is 0 to 256. */
    void lay(Sprite sprite, int left, int top, int opacity) {
        int first = Math.max(0, -left);
        int last = Math.min(sprite.width(), width - left);
        int lastRow = Math.min(sprite.height(), height - top);
        for (int row = Math.max(0, -top); row < lastRow; row++) {
            int from = row * sprite.width();
            int to = (top + row) * width + left;
            int solid = Math.max(first, sprite.solid()[2 * row]);
            int end = Math.min(last, sprite.solid()[2 * row + 1]);
            if (opacity < 256 || solid >= end) {
                over(sprite, from, to, first, last, opacity);
            } else {
                over(sprite, from, to, first, solid, opacity);
                System.arraycopy(sprite.pixels(), from + solid, pixels, to + solid, end - solid);
                over(sprite, from, to, end, last, opacity);
            }
        }
    }

    private void over(Sprite sprite, int from, int to, int first, int last, int opacity) {
        for (int column = first; column < last; column++) {
            over(to + column, sprite.pixels()[from + column], opacity);
        }
    }

    private void over(int index, int premultiplied, int opacity) {
        int alpha = premultiplied >>> 24;
        if (alpha == 255 && opacity == 256) {
            pixels[index] = premultiplied;
        } else if (alpha != 0) {
            int rest = 256 - (alpha + (alpha >> 7)) * opacity / 256;
            int under = pixels[index];
            int odd = ((premultiplied & ODD) * opacity + (under & ODD) * rest + HALVES) >>> 8 & ODD;
            int even = ((premultiplied >>> 8 & 0xFF) * opacity + (under >>> 8 & 0xFF) * rest + 128) & 0xFF00;
            pixels[index] = OPAQUE | odd | even;
        }
    }

    /** Lays a sprite on at another size than it has, with its pixels mixed from their neighbours. */
    void stretch(Sprite sprite, double left, double top, double factor, int opacity) {
        int firstColumn = Math.max(0, (int) Math.floor(left));
        int lastColumn = Math.min(width, (int) Math.ceil(left + sprite.width() * factor));
        int firstRow = Math.max(0, (int) Math.floor(top));
        int lastRow = Math.min(height, (int) Math.ceil(top + sprite.height() * factor));
        int step = (int) Math.round(65536 / factor);
        int startX = (int) Math.round(((firstColumn + 0.5 - left) / factor - 0.5) * 65536);
        int startY = (int) Math.round(((firstRow + 0.5 - top) / factor - 0.5) * 65536);
        // The outermost pixels are transparent: what would be mixed with something beyond them is left out.
        int first = firstAt(0, startX, step);
        int last = Math.min(lastColumn - firstColumn, firstAt(sprite.width() - 1, startX, step));
        if (first >= last) {
            return;
        }
        for (int y = firstRow; y < lastRow; y++) {
            int at = startY + (y - firstRow) * step;
            int row = at >> 16;
            if (row >= 0 && row < sprite.height() - 1) {
                stretchRow(sprite, row, at >> 8 & 0xFF, y * width + firstColumn, startX, step, first, last, opacity);
            }
        }
    }

    /** The first step at which a column is reached. */
    private static int firstAt(int column, int start, int step) {
        return Math.max(0, (int) Math.ceil(((double) column * 65536 - start) / step));
    }

    private void stretchRow(
            Sprite sprite, int row, int low, int to, int start, int step, int first, int last, int opacity) {
        int[] even = sprite.even();
        int from = Math.max(even[2 * row], even[2 * row + 2]);
        int end = Math.min(even[2 * row + 1], even[2 * row + 3]) - 1;
        int upper = row * sprite.width();
        if (opacity == 256
                && from < end
                && sprite.pixels()[upper + from] == sprite.pixels()[upper + sprite.width() + from]) {
            int evenFirst = Math.min(last, Math.max(first, firstAt(from, start, step)));
            int evenLast = Math.min(last, Math.max(evenFirst, firstAt(end, start, step)));
            stretchPart(sprite, upper, low, to, start, step, first, evenFirst, opacity);
            Arrays.fill(pixels, to + evenFirst, to + evenLast, sprite.pixels()[upper + from]);
            stretchPart(sprite, upper, low, to, start, step, evenLast, last, opacity);
        } else {
            stretchPart(sprite, upper, low, to, start, step, first, last, opacity);
        }
    }

    private void stretchPart(
            Sprite sprite, int upper, int low, int to, int start, int step, int first, int last, int opacity) {
        int[] from = sprite.pixels();
        int lower = upper + sprite.width();
        int at = start + first * step;
        for (int i = first; i < last; i++, at += step) {
            int column = at >> 16;
            int a = from[upper + column];
            int b = from[upper + column + 1];
            int c = from[lower + column];
            int d = from[lower + column + 1];
            int mixed = a;
            if (a != b || a != c || a != d) {
                int right = at >> 8 & 0xFF;
                mixed = mix(a, b, c, d, right, low);
            }
            over(to + i, mixed, opacity);
        }
    }

    /** Four neighbours by their nearness: {@code right} and {@code low} are 0 to 255. */
    static int mix(int a, int b, int c, int d, int right, int low) {
        int shareD = (right * low) >> 8;
        int shareC = low - shareD;
        int shareB = right - shareD;
        int shareA = 256 - right - low + shareD;
        int odd = ((a & ODD) * shareA + (b & ODD) * shareB + (c & ODD) * shareC + (d & ODD) * shareD) >>> 8 & ODD;
        int even = (a >>> 8 & ODD) * shareA
                        + (b >>> 8 & ODD) * shareB
                        + (c >>> 8 & ODD) * shareC
                        + (d >>> 8 & ODD) * shareD
                & ~ODD;
        return odd | even;
    }
}
