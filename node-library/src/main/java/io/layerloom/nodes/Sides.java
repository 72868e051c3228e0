package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.Values;

/** Settings for the four sides of an image, by which it grows or shrinks. */
final class Sides {

    static final Param<Integer> TOP = side("top", "Top").help("Rows above the image.");
    static final Param<Integer> BOTTOM = side("bottom", "Bottom").help("Rows below the image.");
    static final Param<Integer> LEFT = side("left", "Left").help("Columns left of the image.");
    static final Param<Integer> RIGHT = side("right", "Right").help("Columns right of the image.");

    private Sides() {}

    private static Param<Integer> side(String key, String label) {
        return Param.integer(key, 1, 0, 1024).label(label);
    }

    /** Rows above and below together. */
    static int rows(Values values) {
        return values.get(TOP) + values.get(BOTTOM);
    }

    /** Columns left and right together. */
    static int columns(Values values) {
        return values.get(LEFT) + values.get(RIGHT);
    }

    /** The four numbers in the order in which the engine takes them. */
    static Object[] inEngine(Values values) {
        return new Object[] {values.get(TOP), values.get(BOTTOM), values.get(LEFT), values.get(RIGHT)};
    }

    /** One number where all sides agree, else the rows and the columns. */
    static String summary(String sign, Values values) {
        int top = values.get(TOP);
        boolean even = top == values.get(BOTTOM) && top == values.get(LEFT) && top == values.get(RIGHT);
        return even
                ? sign + top + " on each side"
                : "%s%d rows, %s%d columns".formatted(sign, rows(values), sign, columns(values));
    }
}
