package io.layerloom.engine.kit;

import java.util.Locale;

/**
 * How one box is said by how far it is from another, as regions with convolutional features have it: Girshick, Donahue, Darrell, Malik, Rich feature hierarchies (2014), appendix C.
 *
 * <ul>
 *   <li>x and y: how far the centre is from the other's, in sides of the other;
 *   <li>width and height: the logarithm of the side in terms of the other's.
 * </ul>
 */
final class BoxOffsets {

    static final int COUNT = 4;

    /**
     * What an offset of 1 stands for where networks count them in tenths and fifths, so that they are numbers of the size of 1: a tenth of a side for the centre, and a fifth for the logarithms of the
     * sides.
     */
    static double spread(int offset) {
        return offset < 2 ? 0.1 : 0.2;
    }

    /** A side grows at most by this factor, whatever a network gives at first. */
    private static final double LARGEST = Math.log(1000.0 / 16);

    private BoxOffsets() {}

    /** The offsets of a box from another; both must have an area. */
    static double[] of(Box box, Box from) {
        if (box.area() <= 0 || from.area() <= 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Boxes without area have no offsets. Received: %s, %s", box, from));
        }
        return new double[] {
            (across(box) - across(from)) / wide(from),
            (down(box) - down(from)) / high(from),
            Math.log(wide(box) / wide(from)),
            Math.log(high(box) / high(from))
        };
    }

    /** The box that has these offsets from another, of the same class as that. */
    static Box box(double[] offsets, Box from) {
        double x = across(from) + offsets[0] * wide(from);
        double y = down(from) + offsets[1] * high(from);
        double halfWidth = wide(from) * Math.exp(Math.min(LARGEST, offsets[2])) / 2;
        double halfHeight = high(from) * Math.exp(Math.min(LARGEST, offsets[3])) / 2;
        return new Box(from.kind(), x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    /** The part of a box that lies on the picture. */
    static Box onPicture(Box box) {
        return new Box(box.kind(), part(box.left()), part(box.top()), part(box.right()), part(box.bottom()));
    }

    private static double part(double place) {
        return Math.max(0, Math.min(1, place));
    }

    /** How bad an error is: half its square, but from 1 on only as much as it grows (smooth L1; Girshick, Fast R-CNN, 2015). */
    static double smooth(double error) {
        return Math.abs(error) < 1 ? error * error / 2 : Math.abs(error) - 0.5;
    }

    /** The slope of {@link #smooth}. */
    static double slope(double error) {
        return Math.max(-1, Math.min(1, error));
    }

    private static double across(Box box) {
        return (box.left() + box.right()) / 2;
    }

    private static double down(Box box) {
        return (box.top() + box.bottom()) / 2;
    }

    private static double wide(Box box) {
        return box.right() - box.left();
    }

    private static double high(Box box) {
        return box.bottom() - box.top();
    }
}
