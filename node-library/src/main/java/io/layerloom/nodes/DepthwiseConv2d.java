package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.List;

/** Two-dimensional convolution of each channel by itself. Not dilated, which the engine cannot compute. */
final class DepthwiseConv2d {

    static final Param<Integer> MULTIPLIER = Param.integer("depthMultiplier", 1, 1, 64)
            .label("Depth multiplier")
            .help("How many kernels each channel has, and so how many channels come out for each that goes in.");

    private static final Windows WINDOWS = new Windows(later("kernel"), Conv2d.KERNEL, Conv2d.STRIDE, Pooling.NO_GAPS);

    static final LayerType TYPE = layer("depthwise_conv2d", "Depthwise convolution 2D")
            .category(Category.CONVOLUTION)
            .help(
                    "Slides a kernel of its own over each channel and never mixes them: as many times cheaper as there are filters. A 1×1 convolution behind it mixes.")
            .formula(
                    "y[i, j, c·m + q] = f( b[c·m + q] + Σ W[u, v, c, q] · x[i′, j′, c] )\ni′ = s·i + u − p,  j′ = s·j + v − p",
                    "The sum is over rows u and columns v of the kernel, but not over channels: each channel c has m kernels of its own, with m the depth multiplier and q from 0 to m − 1. W are the kernels, b the biases, f is the activation, s the stride, and p how many rows or columns of zeros the padding puts in front.")
            .source(
                    "Howard et al., MobileNets: efficient convolutional neural networks for mobile vision applications (2017)")
            .params(Weights.after(
                    MULTIPLIER, Conv2d.KERNEL, Conv2d.STRIDE, Windows.PADDING, Windows.BORDER, Conv2d.ACTIVATION))
            .summary(values -> values.get(Conv2d.ACTIVATION)
                    .after(
                            "× " + values.get(MULTIPLIER),
                            values.get(Conv2d.KERNEL).toString()))
            .from(Shape.Image.class, DepthwiseConv2d::infer)
            .learning(
                    TypedArrays.resizing(
                            WeightArray.of(
                                    TypedArrays.KERNEL,
                                    "W",
                                    "DEPTHWISE",
                                    (values, in) ->
                                            Sizes.rows(out(values, in), Conv2d.area(values.get(Conv2d.KERNEL)))),
                            Conv2d.KERNEL),
                    TypedArrays.line(TypedArrays.BIASES, "b", (values, in) -> Sizes.line(out(values, in)))
                            .when(values -> values.get(Weights.BIAS)))
            .counting((values, in) -> count(values, (Shape.Image) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Image) in.get(0)))
            .layer((values, in) -> expr(values, (Shape.Image) in.get(0)));

    private DepthwiseConv2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        Inferred slid = WINDOWS.slide(values, in, in.channels() * values.get(MULTIPLIER));
        Inferred active =
                slid instanceof Inferred.Ok ok ? Activations.check(values, Conv2d.ACTIVATION, ok.shape(), slid) : slid;
        return Constraint.check(values, active);
    }

    private static long out(Values values, List<Shape> in) {
        return Shapes.channels(in.get(0)) * values.get(MULTIPLIER);
    }

    private static Count count(Values values, Shape.Image in) {
        Size2 kernel = values.get(Conv2d.KERNEL);
        long out = in.channels() * values.get(MULTIPLIER);
        String formula =
                "%d · %d · (%d·%d)".formatted(in.channels(), values.get(MULTIPLIER), kernel.height(), kernel.width());
        return Weights.withBias(values, out * Conv2d.area(kernel), out, formula);
    }

    private static long cost(Values values, Shape.Image in) {
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() * Conv2d.area(values.get(Conv2d.KERNEL))
                : 0;
    }

    /** The engine holds the weights as kernel × channel × multiplier. */
    private static Expr expr(Values values, Shape.Image in) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("DepthwiseConvolution2D"), values)
                .set("depthMultiplier", values.get(MULTIPLIER))
                .set("nOut", Math.toIntExact(in.channels() * values.get(MULTIPLIER)))
                .set("activation", values.get(Conv2d.ACTIVATION).expr());
        return Weights.set(chain, values, 0, 1).build();
    }
}
