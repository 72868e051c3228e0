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

    long bytes() {
        return 4L * (pixels.length + solid.length + even.length);
    }
}
