package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred.Change;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Arrays;
import java.util.stream.Stream;

/** Settings for the sides of an image or a volume, by which it grows or shrinks. */
final class Sides {

    static final Param<Integer> TOP = side("top", "Top").help("Rows above the image.");
    static final Param<Integer> BOTTOM = side("bottom", "Bottom").help("Rows below the image.");
    static final Param<Integer> LEFT = side("left", "Left").help("Columns left of the image.");
    static final Param<Integer> RIGHT = side("right", "Right").help("Columns right of the image.");

    static final Param<Integer> FRONT = side("front", "Front").help("Slices before the first one of the volume.");
    static final Param<Integer> BACK = side("back", "Back").help("Slices behind the last one of the volume.");

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

    /** Slices in front and behind together. */
    static int slices(Values values) {
        return values.get(FRONT) + values.get(BACK);
    }

    /** The six numbers of a volume in the order in which the engine takes them. */
    static Object[] ofVolumeInEngine(Values values) {
        return Stream.concat(Stream.of(values.get(FRONT), values.get(BACK)), Arrays.stream(inEngine(values)))
                .toArray();
    }

    /** The sides cut as far as something is left of a volume. */
    static Change<?>[] within(Values values, Shape.Volume in) {
        return Stream.concat(
                        Stream.of(within(values, FRONT, in.depth() - 1), behind(values, FRONT, BACK, in.depth() - 1)),
                        Arrays.stream(within(values, in.height(), in.width())))
                .toArray(Change<?>[]::new);
    }

    /** The four sides cut as far as something is left of an image. */
    static Change<?>[] within(Values values, long height, long width) {
        return new Change<?>[] {
            within(values, TOP, height - 1),
            behind(values, TOP, BOTTOM, height - 1),
            within(values, LEFT, width - 1),
            behind(values, LEFT, RIGHT, width - 1)
        };
    }

    private static Change<Integer> within(Values values, Param<Integer> side, long most) {
        return new Change<>(side, Math.toIntExact(Math.min(values.get(side), most)));
    }

    /** What the side before leaves of so much. */
    private static Change<Integer> behind(Values values, Param<Integer> before, Param<Integer> side, long most) {
        return within(values, side, most - Math.min(values.get(before), most));
    }

    /** The line on the node of a volume: one number where all sides agree, else slices, rows and columns. */
    static String summaryOfVolume(String sign, Values values) {
        boolean even = Arrays.stream(ofVolumeInEngine(values)).distinct().count() == 1;
        return even
                ? tr("%s%d on each side", sign, values.get(FRONT))
                : "%s%d × %d × %d".formatted(sign, slices(values), rows(values), columns(values));
    }

    /** One number where all sides agree, else the rows and the columns. */
    static String summary(String sign, Values values) {
        int top = values.get(TOP);
        boolean even = top == values.get(BOTTOM) && top == values.get(LEFT) && top == values.get(RIGHT);
        return even
                ? tr("%s%d on each side", sign, top)
                : tr("%s%d rows, %s%d columns", sign, rows(values), sign, columns(values));
    }
}
