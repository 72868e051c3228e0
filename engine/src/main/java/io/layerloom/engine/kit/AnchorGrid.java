package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Boxes of a few forms, the anchors, around the middle of each cell of a picture, and how numbers say which of them hold an object: Ren, He, Girshick, Sun, Faster R-CNN (2015). The numbers of an
 * example lie as [channels, height, width]; the channels are for each anchor the objectness, before its sigmoid, and four {@linkplain BoxOffsets offsets}. Anchors may reach beyond the picture.
 */
final class AnchorGrid implements Serializable {

    private static final long serialVersionUID = 1;

    /** What is said of each anchor. */
    static final int PARTS = 1 + BoxOffsets.COUNT;

    private final int height;
    private final int width;
    private final double[] anchors;

    /**
     * A grid.
     *
     * @param height rows of cells
     * @param width columns of cells
     * @param anchors width and height of each anchor, in cells
     */
    AnchorGrid(int height, int width, double... anchors) {
        requireAnchors(anchors);
        if (Math.min(height, width) < 1) {
            throw new IllegalArgumentException(
                    "A grid needs rows and columns. Received: %d, %d".formatted(height, width));
        }
        this.height = height;
        this.width = width;
        this.anchors = anchors.clone();
    }

    static void requireAnchors(double... anchors) {
        boolean paired = anchors.length >= 2 && anchors.length % 2 == 0;
        if (!paired || Arrays.stream(anchors).anyMatch(side -> !(side > 0))) {
            throw new IllegalArgumentException(
                    "Anchors are pairs of a width and a height above 0. Received: " + Arrays.toString(anchors));
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    double[] sides() {
        return anchors.clone();
    }

    /** How many anchors there are, in all cells together. */
    int places() {
        return anchors.length / 2 * height * width;
    }

    /** How many numbers say what is there. */
    int size() {
        return PARTS * places();
    }

    /** The anchor at a place: places are counted anchor by anchor and row by row. */
    Box anchor(int place) {
        int form = place / (height * width);
        double x = (place % width + 0.5) / width;
        double y = (place / width % height + 0.5) / height;
        double halfWidth = anchors[2 * form] / width / 2;
        double halfHeight = anchors[2 * form + 1] / height / 2;
        return new Box(0, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    /** Where the objectness of a place stands. */
    int objectness(int place) {
        return at(place, 0);
    }

    /** Where an offset of a place stands. */
    int offset(int place, int number) {
        return at(place, 1 + number);
    }

    private int at(int place, int part) {
        int cells = height * width;
        return (place / cells * PARTS + part) * cells + place % cells;
    }

    /** The box that the numbers say is at a place, as far as it lies on the picture. */
    Box box(double[] numbers, int place) {
        double[] offsets = new double[BoxOffsets.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = numbers[offset(place, i)];
        }
        return BoxOffsets.onPicture(BoxOffsets.box(offsets, anchor(place)));
    }
}
