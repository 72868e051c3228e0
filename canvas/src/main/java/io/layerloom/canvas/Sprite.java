package io.layerloom.canvas;

/**
 * A picture as pixels, with one transparent pixel around it.
 *
 * @param pixels row by row, premultiplied
 * @param scale pixels for each world unit
 * @param solid for each row, where its longest opaque stretch begins and ends
 * @param even for each row, where its longest opaque stretch of one colour begins and ends
 */
record Sprite(int[] pixels, int width, int height, double scale, int[] solid, int[] even) {

    /** Transparent pixels around the picture. */
    static final int PAD = 1;

    static Sprite of(int[] pixels, int width, int height, double scale) {
        int[] solid = new int[2 * height];
        int[] even = new int[2 * height];
        for (int row = 0; row < height; row++) {
            int opaque = 0;
            int same = 0;
            for (int column = 0; column < width; column++) {
                int pixel = pixels[row * width + column];
                opaque = pixel >>> 24 == 255 ? opaque + 1 : 0;
                same = opaque > 1 && pixel == pixels[row * width + column - 1] ? same + 1 : Math.min(1, opaque);
                keepLongest(solid, row, column, opaque);
                keepLongest(even, row, column, same);
            }
        }
        return new Sprite(pixels, width, height, scale, solid, even);
    }

    private static void keepLongest(int[] runs, int row, int last, int length) {
        if (length > runs[2 * row + 1] - runs[2 * row]) {
            runs[2 * row] = last + 1 - length;
            runs[2 * row + 1] = last + 1;
        }
    }

    /** The same at another size. */
    Sprite stretched(double factor) {
        int w = (int) Math.ceil((width - 2 * PAD) * factor) + 2 * PAD;
        int h = (int) Math.ceil((height - 2 * PAD) * factor) + 2 * PAD;
        int[] to = new int[w * h];
        for (int y = 0; y < h; y++) {
            int atY = source(y, factor);
            for (int x = 0; x < w; x++) {
                int atX = source(x, factor);
                int from = (atY >> 8) * width + (atX >> 8);
                if (atX >= 0 && atY >= 0 && atX >> 8 < width - 1 && atY >> 8 < height - 1) {
                    to[y * w + x] = Raster.mix(
                            pixels[from],
                            pixels[from + 1],
                            pixels[from + width],
                            pixels[from + width + 1],
                            atX & 0xFF,
                            atY & 0xFF);
                }
            }
        }
        return of(to, w, h, scale * factor);
    }

    /** Where a pixel comes from, in 256th parts. */
    private static int source(int at, double factor) {
        return (int) Math.floor(((at + 0.5 - PAD) / factor - 0.5 + PAD) * 256);
    }

    long bytes() {
        return 4L * (pixels.length + solid.length + even.length);
    }
}
