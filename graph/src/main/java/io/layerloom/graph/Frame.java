package io.layerloom.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A titled box drawn behind some nodes to say what they are together. Which nodes those are follows from where they lie.
 *
 * @param title one line; may be empty
 * @param x left edge, in the units of {@link Point}
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 * @param unknown what a file says of it that this version does not know, to be written back
 */
public record Frame(String title, double x, double y, double width, double height, Map<String, Object> unknown) {

    /** The longest title. */
    public static final int LONGEST = 120;

    /** A frame of which nothing else is said. */
    public Frame(String title, double x, double y, double width, double height) {
        this(title, x, y, width, height, Map.of());
    }

    public Frame {
        unknown = unknown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
        boolean sound = width >= 1 && height >= 1 && title.length() <= LONGEST;
        if (!sound) {
            throw new IllegalArgumentException("A frame is at least 1×1, its title has at most " + LONGEST
                    + " characters. Received: " + title + ", " + width + "×" + height);
        }
    }

    /** The same frame elsewhere. */
    public Frame moved(double dx, double dy) {
        return new Frame(title, x + dx, y + dy, width, height, unknown);
    }

    /** The same frame under another title. */
    public Frame titled(String other) {
        return new Frame(other, x, y, width, height, unknown);
    }

    /** The same frame in another size. */
    public Frame sized(double otherWidth, double otherHeight) {
        return new Frame(title, x, y, otherWidth, otherHeight, unknown);
    }

    /** Whether a point lies in it. */
    public boolean contains(Point at) {
        return at.x() >= x && at.x() <= x + width && at.y() >= y && at.y() <= y + height;
    }
}
