package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;

/**
 * The arithmetic of windows that slide over an image, shared by convolution and pooling. After Dumoulin and Visin, A guide to convolution arithmetic for deep learning (2016).
 *
 * @param noun what the window is called in messages: kernel, window
 */
record Windows(String noun, Param<Size2> kernel, Param<Size2> stride, Param<Size2> dilation) {

    static final Param<Padding> PADDING = Param.choice("padding", Padding.VALID)
            .label("Padding")
            .help(
                    "Valid uses only whole windows and shrinks the image; Same adds zeros at the border so that stride 1 keeps the size; Explicit adds as many as you say.");

    static final Param<Size2> BORDER = Param.size("border", 1, 0, 15)
            .label("Border")
            .help("Rows of zeros above and below, and columns left and right.")
            .shownWhen(values -> values.get(PADDING) == Padding.EXPLICIT);

    /** The shape after sliding, or why the window does not fit. */
    Inferred slide(Values values, Shape.Image in, long channels) {
        Size2 step = values.get(stride);
        if (values.get(PADDING) == Padding.SAME) {
            return Inferred.ok(
                    new Shape.Image(ceil(in.height(), step.height()), ceil(in.width(), step.width()), channels));
        }
        Size2 border = border(values);
        Size2 reach = reach(values);
        long height = in.height() + 2L * border.height() - reach.height();
        long width = in.width() + 2L * border.width() - reach.width();
        if (height < 0 || width < 0) {
            return misfit(values, in, reach, border);
        }
        return Inferred.ok(new Shape.Image(height / step.height() + 1, width / step.width() + 1, channels));
    }

    /** The shape after every pixel has become a patch of the size of the window, or why nothing is left of it. */
    Inferred spread(Values values, Shape.Image in, long channels) {
        Size2 step = values.get(stride);
        if (values.get(PADDING) == Padding.SAME) {
            Size2 size = values.get(kernel);
            return step.height() <= size.height() && step.width() <= size.width()
                    ? Inferred.ok(new Shape.Image(in.height() * step.height(), in.width() * step.width(), channels))
                    : Inferred.bad(
                                    stride,
                                    tr(
                                            "With a stride of %s, a %s %s leaves gaps, so there is no border to cut off.",
                                            step, size, tr(noun)))
                            .propose(tr("Cut nothing off"), PADDING, Padding.VALID)
                            .propose(tr("Use a stride of %s", size), stride, size);
        }
        Size2 border = border(values);
        Size2 reach = reach(values);
        long height = (in.height() - 1) * step.height() + reach.height() - 2L * border.height();
        long width = (in.width() - 1) * step.width() + reach.width() - 2L * border.width();
        return height > 0 && width > 0
                ? Inferred.ok(new Shape.Image(height, width, channels))
                : Inferred.bad(
                                BORDER,
                                tr(
                                        "A border of %s leaves nothing of the %d×%d pixels that a %s %s paints.",
                                        border,
                                        height + 2L * border.height(),
                                        width + 2L * border.width(),
                                        values.get(kernel),
                                        tr(noun)))
                        .propose(tr("Cut nothing off"), PADDING, Padding.VALID)
                        .propose(tr("Grow by the stride"), PADDING, Padding.SAME);
    }

    /** The builder with kernel, stride, dilation and padding. */
    Expr.Chain set(Expr.Chain layer, Values values) {
        Size2 gaps = values.get(dilation);
        Expr.Chain chain = Dl4j.set(layer, "kernelSize", values.get(kernel));
        chain = Dl4j.set(chain, "stride", values.get(stride));
        chain = chain.setIf(!gaps.equals(Size2.square(1)), "dilation", gaps.height(), gaps.width());
        chain = chain.set("convolutionMode", values.get(PADDING).expr());
        Size2 border = border(values);
        return chain.setIf(!border.equals(Size2.square(0)), "padding", border.height(), border.width());
    }

    /** Height and width that one window spans, gaps included. */
    private Size2 reach(Values values) {
        Size2 size = values.get(kernel);
        Size2 gaps = values.get(dilation);
        return new Size2(spanned(size.height(), gaps.height()), spanned(size.width(), gaps.width()));
    }

    private Inferred misfit(Values values, Shape.Image in, Size2 reach, Size2 border) {
        Size2 size = values.get(kernel);
        String dilated = reach.equals(size) ? "" : tr(", dilated to %s,", reach);
        String padded = border.equals(Size2.square(0)) ? "" : tr(" with a border of %s", border);
        Inferred.Bad bad = Inferred.bad(
                kernel,
                tr(
                        "A %s %s%s does not fit a %d×%d input%s.",
                        size, tr(noun), dilated, in.height(), in.width(), padded));
        bad = bad.propose(tr("Use padding Same"), PADDING, Padding.SAME);
        if (!reach.equals(size)) {
            bad = bad.propose(tr("Remove the dilation"), dilation, Size2.square(1));
        }
        return proposeSmaller(bad, values, in, border);
    }

    /** The largest odd square that fits, and 3×3 where that is another one. */
    private Inferred.Bad proposeSmaller(Inferred.Bad bad, Values values, Shape.Image in, Size2 border) {
        Size2 gaps = values.get(dilation);
        int room = Math.min(
                fitting(in.height() + 2L * border.height(), gaps.height()),
                fitting(in.width() + 2L * border.width(), gaps.width()));
        int odd = room % 2 == 0 ? room - 1 : room;
        Inferred.Bad more = bad;
        if (odd > 3) {
            more = more.propose(tr("Use a %d×%d %s", 3, 3, tr(noun)), kernel, Size2.square(3));
        }
        int side = Math.max(odd, 1);
        return more.propose(tr("Use a %d×%d %s", side, side, tr(noun)), kernel, Size2.square(side));
    }

    /** Rows and columns added by hand at each side. */
    Size2 border(Values values) {
        return values.get(PADDING) == Padding.EXPLICIT ? values.get(BORDER) : Size2.square(0);
    }

    /** The most kernel rows that fit into {@code size} with these gaps. */
    private static int fitting(long size, int gap) {
        return Math.toIntExact((size - 1) / gap + 1);
    }

    private static int spanned(int size, int gap) {
        return size + (size - 1) * (gap - 1);
    }

    private static long ceil(long size, int step) {
        return (size + step - 1) / step;
    }

    /** The shape after sliding a window of which only whole ones count, or why it does not fit. */
    static Inferred whole(Values values, Param<Size2> kernel, Param<Size2> stride, Shape.Image in, long channels) {
        Size2 size = values.get(kernel);
        if (size.height() > in.height() || size.width() > in.width()) {
            int side = Math.toIntExact(Math.min(in.height(), in.width()));
            return Inferred.bad(kernel, tr("A %s kernel does not fit a %d×%d input.", size, in.height(), in.width()))
                    .propose(tr("Use a %d×%d %s", side, side, tr("kernel")), kernel, Size2.square(side));
        }
        Size2 step = values.get(stride);
        return Inferred.ok(new Shape.Image(
                (in.height() - size.height()) / step.height() + 1,
                (in.width() - size.width()) / step.width() + 1,
                channels));
    }
}
