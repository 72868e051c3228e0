package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/**
 * The arithmetic of windows that slide over a sequence.
 *
 * @param noun what the window is called in messages: kernel, window
 */
record Windows1d(String noun, Param<Integer> size, Param<Integer> stride) {

    static final Param<Padding1d> PADDING = Param.choice("padding", Padding1d.SAME)
            .label("Padding")
            .help(
                    "Valid uses only whole windows and shortens the sequence; Same adds zeros at both ends so that stride 1 keeps the length; Causal adds them at the front only, so that no step sees a later one; Explicit adds as many as you say.");

    static final Param<Integer> BORDER = Param.integer("border", 1, 0, 255)
            .label("Border")
            .help("How many steps of zeros are added at either end.")
            .shownWhen(values -> values.get(PADDING) == Padding1d.EXPLICIT);

    /** The shape after sliding, or why the window does not fit. */
    Inferred slide(Values values, Shape.Sequence in, long features) {
        int step = values.get(stride);
        Padding1d mode = values.get(PADDING);
        if (mode == Padding1d.SAME || mode == Padding1d.CAUSAL) {
            return Inferred.ok(new Shape.Sequence((in.steps() + step - 1) / step, features));
        }
        int border = border(values);
        long room = in.steps() + 2L * border - values.get(size);
        return room < 0 ? misfit(values, in, border) : Inferred.ok(new Shape.Sequence(room / step + 1, features));
    }

    private Inferred misfit(Values values, Shape.Sequence in, int border) {
        String padded = border == 0 ? "" : tr(" with %d added at either end", border);
        Inferred.Bad bad = Inferred.bad(
                        size,
                        tr(
                                "A %s of %d steps does not fit a sequence of %d%s.",
                                tr(noun), values.get(size), in.steps(), padded))
                .propose(tr("Use padding Same"), PADDING, Padding1d.SAME);
        int fitting = Math.toIntExact(in.steps() + 2L * border);
        return bad.propose(tr("Use a %s of %d", tr(noun), fitting), size, fitting);
    }

    /** Steps of zeros added by hand at either end. */
    int border(Values values) {
        return values.get(PADDING) == Padding1d.EXPLICIT ? values.get(BORDER) : 0;
    }

    /** The builder with window, stride and padding. */
    Expr.Chain set(Expr.Chain layer, Values values) {
        int border = border(values);
        return layer.set("kernelSize", values.get(size))
                .set("stride", values.get(stride))
                .set("convolutionMode", values.get(PADDING).expr())
                .setIf(border > 0, "padding", border);
    }
}
