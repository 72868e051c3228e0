package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.List;

/** Two-dimensional convolution in two parts: each channel by itself, then all channels at each pixel. */
final class SeparableConv2d {

    private static final Windows WINDOWS = new Windows(later("kernel"), Conv2d.KERNEL, Conv2d.STRIDE, Conv2d.DILATION);

    private static final Param<Rows> POINTWISE = TypedArrays.rows("typedPointwise", "Typed pointwise weights");

    static final LayerType TYPE = layer("separable_conv2d", "Separable convolution 2D")
            .category(Category.CONVOLUTION)
            .help(
                    "Looks for patterns in each channel by itself, then mixes the channels at each pixel: nearly what a convolution can do, with a fraction of its weights and time.")
            .formula(
                    "z[i, j, c, q] = Σ W[u, v, c, q] · x[i′, j′, c]\ni′ = s·i + d·u − p,  j′ = s·j + d·v − p\ny[i, j, k] = f( b[k] + Σ V[c, q, k] · z[i, j, c, q] )",
                    "The first sum is over rows u and columns v of the kernels W, of which each channel c has as many as the depth multiplier says, counted by q. The second one mixes these at each pixel with the pointwise weights V. b are the biases, f is the activation, s the stride, d the dilation, and p how many rows or columns of zeros the padding puts in front.")
            .source("Chollet, Xception: deep learning with depthwise separable convolutions (2017)")
            .params(
                    Conv2d.FILTERS,
                    DepthwiseConv2d.MULTIPLIER,
                    Conv2d.KERNEL,
                    Conv2d.STRIDE,
                    Windows.PADDING,
                    Windows.BORDER,
                    Conv2d.DILATION,
                    Conv2d.ACTIVATION,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.BIAS,
                    Weights.BIAS_INITIAL,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> Conv2d.summary(values, values.get(Conv2d.KERNEL)))
            .from(Shape.Image.class, SeparableConv2d::infer)
            .learning(
                    TypedArrays.resizing(
                            WeightArray.of(
                                    TypedArrays.KERNEL,
                                    "W",
                                    "CONVOLUTION",
                                    (values, in) -> new Sizes(
                                            values.get(DepthwiseConv2d.MULTIPLIER),
                                            Shapes.channels(in.get(0)),
                                            Conv2d.area(values.get(Conv2d.KERNEL)),
                                            List.of())),
                            Conv2d.KERNEL),
                    WeightArray.of(
                            POINTWISE,
                            "pW",
                            "ROWS",
                            (values, in) -> Sizes.rows(
                                    values.get(Conv2d.FILTERS),
                                    Shapes.channels(in.get(0)) * values.get(DepthwiseConv2d.MULTIPLIER))),
                    TypedArrays.biases(Conv2d.FILTERS))
            .counting((values, in) -> count(values, (Shape.Image) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Image) in.get(0)))
            .layer((values, in) -> expr(values));

    private SeparableConv2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        Inferred slid = WINDOWS.slide(values, in, values.get(Conv2d.FILTERS));
        return slid instanceof Inferred.Ok ok ? Activations.check(values, Conv2d.ACTIVATION, ok.shape(), slid) : slid;
    }

    private static Count count(Values values, Shape.Image in) {
        Size2 kernel = values.get(Conv2d.KERNEL);
        int filters = values.get(Conv2d.FILTERS);
        long between = in.channels() * values.get(DepthwiseConv2d.MULTIPLIER);
        String formula = "%d · (%d·%d) + %d · %d".formatted(between, kernel.height(), kernel.width(), between, filters);
        return Weights.withBias(values, between * (Conv2d.area(kernel) + filters), filters, formula);
    }

    private static long cost(Values values, Shape.Image in) {
        long between = in.channels() * values.get(DepthwiseConv2d.MULTIPLIER);
        int filters = values.get(Conv2d.FILTERS);
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() / filters * between * (Conv2d.area(values.get(Conv2d.KERNEL)) + filters)
                : 0;
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("SeparableConvolution2D"), values)
                .set("depthMultiplier", values.get(DepthwiseConv2d.MULTIPLIER))
                .set("nOut", values.get(Conv2d.FILTERS))
                .set("activation", values.get(Conv2d.ACTIVATION).expr());
        return Weights.penalized(Weights.biased(Weights.initialized(chain, values), values), values)
                .build();
    }
}
