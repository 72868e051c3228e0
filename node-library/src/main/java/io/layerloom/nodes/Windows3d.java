package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/**
 * The arithmetic of cubes that slide through a volume, shared by convolution and pooling. They are as long in each direction, and so are their steps: of unequal strides the engine forgets
 * the third one.
 *
 * @param noun what the cube is called in messages: kernel, window
 */
record Windows3d(String noun, Param<Integer> size, Param<Integer> stride) {

    /** How the engine is told that channels come before places. */
    static final Expr CHANNELS_FIRST = Expr.constant(Dl4j.LAYERS + "Convolution3D.DataFormat", "NCDHW");

    static final Param<Padding> PADDING = Param.choice("padding", Padding.VALID)
            .label("Padding")
            .help(
                    "Valid uses only whole windows and shrinks the volume; Same adds zeros at the border so that stride 1 keeps the size; Explicit adds as many as you say.");

    static final Param<Integer> BORDER = Param.integer("border", 1, 0, 15)
            .label("Border")
            .help("How many zeros are added at each side, in each direction.")
            .shownWhen(values -> values.get(PADDING) == Padding.EXPLICIT);

    /** The shape after sliding, or why the window does not fit. */
    Inferred slide(Values values, Shape.Volume in, long channels) {
        int step = values.get(stride);
        if (values.get(PADDING) == Padding.SAME) {
            return Inferred.ok(new Shape.Volume(
                    ceil(in.depth(), step), ceil(in.height(), step), ceil(in.width(), step), channels));
        }
        long added = 2L * border(values);
        long least = Math.min(in.depth(), Math.min(in.height(), in.width())) + added;
        int side = values.get(size);
        if (side > least) {
            return Inferred.bad(
                            size,
                            tr(
                                    "A %1$d×%1$d×%1$d %2$s does not fit a volume of %3$d×%4$d×%5$d.",
                                    side, tr(noun), in.depth(), in.height(), in.width()))
                    .propose(tr("Use padding Same"), PADDING, Padding.SAME)
                    .propose(tr("Use a %s of %d", tr(noun), least), size, Math.toIntExact(least));
        }
        return Inferred.ok(new Shape.Volume(
                (in.depth() + added - side) / step + 1,
                (in.height() + added - side) / step + 1,
                (in.width() + added - side) / step + 1,
                channels));
    }

    /** Zeros added by hand at each side. */
    int border(Values values) {
        return values.get(PADDING) == Padding.EXPLICIT ? values.get(BORDER) : 0;
    }

    /** The builder with window, stride and padding. */
    Expr.Chain set(Expr.Chain layer, Values values) {
        int side = values.get(size);
        int step = values.get(stride);
        int border = border(values);
        return layer.set("kernelSize", side, side, side)
                .set("stride", step, step, step)
                .set("convolutionMode", values.get(PADDING).expr())
                .setIf(border > 0, "padding", border, border, border);
    }

    private static long ceil(long size, int step) {
        return (size + step - 1) / step;
    }
}
