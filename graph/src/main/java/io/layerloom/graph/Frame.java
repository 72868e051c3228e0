package io.layerloom.graph;

/**
 * A titled box drawn behind some nodes to say what they are together. Which nodes those are follows from where they lie.
 *
 * @param title one line; may be empty
 * @param x left edge, in the units of {@link Point}
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record Frame(String title, double x, double y, double width, double height) {

    /** The longest title. */
    public static final int LONGEST = 120;

    public Frame {
        boolean sound = width >= 1 && height >= 1 && title.length() <= LONGEST;
        if (!sound) {
            throw new IllegalArgumentException("A frame is at least 1×1, its title has at most " + LONGEST
                    + " characters. Received: " + title + ", " + width + "×" + height);
        }
    }

    /** The same frame elsewhere. */
    public Frame moved(double dx, double dy) {
        return new Frame(title, x + dx, y + dy, width, height);
    }

    /** The same frame under another title. */
    public Frame titled(String other) {
        return new Frame(other, x, y, width, height);
    }

    /** Whether a point lies in it. */
    public boolean contains(Point at) {
        return at.x() >= x && at.x() <= x + width && at.y() >= y && at.y() <= y + height;
    }
}
