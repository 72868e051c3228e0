package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.List;

/** A convolution whose results are capsules: where capsules begin. */
final class PrimaryCapsules {

    static final Param<Integer> GROUPS = Param.integer("groups", 8, 1, 1024)
            .label("Capsules per pixel")
            .help("How many kinds of capsules there are at each place of the kernel; 32 in the paper.");

    static final Param<Integer> DIMENSIONS = Param.integer("dimensions", 8, 1, 256)
            .label("Dimensions")
            .help(
                    "The numbers of a capsule: its direction says how a thing looks, its length how sure it is. 8 in the paper.");

    static final Param<Size2> KERNEL = Param.window("kernel", 5, 1, 31)
            .label("Kernel")
            .help("Height and width of each kernel, in pixels; 9×9 in the paper.");

    static final Param<Size2> STRIDE = Param.size("stride", 2, 1, 31)
            .label("Stride")
            .help("How far a kernel moves at each step; 2 halves height and width.");

    static final LayerType TYPE = layer("primary_capsules", "Primary capsules")
            .category(Category.CONVOLUTION)
            .help(
                    "Makes capsules of an image: a convolution, of whose channels some side by side are the numbers of one capsule, squashed so that its length is below 1. They leave as a sequence: a step is a capsule, its features are the dimensions. Put a convolution before it and a Capsule layer behind it.")
            .formula(
                    "s[i, j, k] = b[k] + Σ W[u, v, c, k] · x[i′, j′, c]\ni′ = h·i + u,  j′ = h·j + v\ny = |s| / (1 + |s|²) · s",
                    "The sum is over rows u and columns v of the kernel and channels c; W are the kernels, b the biases, h is the stride. As many channels k side by side as there are dimensions are the numbers of one capsule s, and y is that capsule with a length |y| below 1.")
            .source("Sabour, Frosst, Hinton, Dynamic routing between capsules (2017)")
            .params(
                    GROUPS,
                    DIMENSIONS,
                    KERNEL,
                    STRIDE,
                    Weights.INITIALIZER_OF_KIT,
                    Weights.SPREAD,
                    Weights.BIAS,
                    Weights.BIAS_INITIAL,
                    Weights.L1,
                    Weights.L2)
            .summary(
                    values -> "%d × %dD · %s".formatted(values.get(GROUPS), values.get(DIMENSIONS), values.get(KERNEL)))
            .from(Shape.Image.class, PrimaryCapsules::infer)
            .learning(
                    TypedArrays.resizing(
                            WeightArray.of(
                                    TypedArrays.KERNEL,
                                    "W",
                                    "CONVOLUTION",
                                    (values, in) -> new Sizes(
                                            channels(values),
                                            Shapes.channels(in.get(0)),
                                            Conv2d.area(values.get(KERNEL)),
                                            List.of())),
                            KERNEL),
                    TypedArrays.line(TypedArrays.BIASES, "b", (values, in) -> Sizes.line(channels(values)))
                            .when(values -> values.get(Weights.BIAS)))
            .counting((values, in) -> count(values, (Shape.Image) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Image) in.get(0)))
            .lowered((values, in) -> new Lowered.CorrectedLayer(
                    convolution(values), Expr.make(Dl4j.KIT + "ImageCapsules", values.get(DIMENSIONS))));

    private PrimaryCapsules() {}

    private static int channels(Values values) {
        return values.get(GROUPS) * values.get(DIMENSIONS);
    }

    private static Inferred infer(Values values, Shape.Image in) {
        int dimensions = values.get(DIMENSIONS);
        Inferred slid = Windows.whole(values, KERNEL, STRIDE, in, channels(values));
        return slid instanceof Inferred.Ok ok
                ? Inferred.ok(new Shape.Sequence(ok.shape().elements() / dimensions, dimensions))
                : slid;
    }

    private static Count count(Values values, Shape.Image in) {
        Size2 kernel = values.get(KERNEL);
        int channels = channels(values);
        return Weights.withBias(
                values,
                channels * Conv2d.area(kernel) * in.channels(),
                channels,
                "%d · (%d·%d·%d)".formatted(channels, kernel.height(), kernel.width(), in.channels()));
    }

    private static long cost(Values values, Shape.Image in) {
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() * Conv2d.area(values.get(KERNEL)) * in.channels()
                : 0;
    }

    private static Expr convolution(Values values) {
        Expr.Chain chain = Dl4j.layer("ConvolutionLayer");
        Expr.Chain layer = Dl4j.set(Dl4j.set(chain, "kernelSize", values.get(KERNEL)), "stride", values.get(STRIDE))
                .set("convolutionMode", Padding.VALID.expr())
                .set("nOut", channels(values))
                .set("activation", Activation.LINEAR.expr());
        return Weights.ofKit(Weights.biased(layer, values), values).build();
    }
}
