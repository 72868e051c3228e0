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

/** Two-dimensional convolution over an image. */
final class Conv2d {

    static final Param<Integer> FILTERS = Param.integer("filters", 32, 1, 4096)
            .label("Filters")
            .help("How many kernels to learn; each gives one channel of the output.");

    static final Param<Size2> KERNEL = Param.window("kernel", 3, 1, 31)
            .label("Kernel")
            .help(
                    "Height and width of each kernel, in pixels. 3×3 is the usual choice; two of them see as far as one 5×5.");

    static final Param<Size2> STRIDE = Param.size("stride", 1, 1, 31)
            .label("Stride")
            .help("How far a kernel moves at each step; 2 halves height and width.");

    static final Param<Size2> DILATION = Param.size("dilation", 1, 1, 16)
            .label("Dilation")
            .help(
                    "The distance between the pixels that a kernel looks at; 2 skips every other one and sees almost twice as far at the same cost.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    private static final Windows WINDOWS = new Windows(later("kernel"), KERNEL, STRIDE, DILATION);

    static final LayerType TYPE = layer("conv2d", "Convolution 2D")
            .category(Category.CONVOLUTION)
            .help("Slides small learned kernels over an image and reports where each one matches.")
            .formula(
                    "y[i, j, k] = f( b[k] + Σ W[u, v, c, k] · x[i′, j′, c] )\ni′ = s·i + d·u − p,  j′ = s·j + d·v − p",
                    "The sum is over rows u and columns v of the kernel and channels c, all counted from 0; W are the kernels, b the biases, f is the activation. s is the stride, d the dilation, and p how many rows or columns of zeros the padding puts in front.")
            .source("LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document recognition (1998)")
            .params(Weights.after(FILTERS, KERNEL, STRIDE, Windows.PADDING, Windows.BORDER, DILATION, ACTIVATION))
            .summary(values -> summary(values, values.get(KERNEL)))
            .from(Shape.Image.class, Conv2d::infer)
            .learning(TypedArrays.ofFilters("CONVOLUTION", FILTERS, KERNEL))
            .counting((values, in) -> count(values, values.get(KERNEL), (Shape.Image) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Image) in.get(0)))
            .layer((values, in) -> expr(values));

    private Conv2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        Inferred slid = WINDOWS.slide(values, in, values.get(FILTERS));
        Inferred active =
                slid instanceof Inferred.Ok ok ? Activations.check(values, ACTIVATION, ok.shape(), slid) : slid;
        return Constraint.check(values, active);
    }

    /** The line on the node of a layer with filters, a kernel and an activation. */
    static String summary(Values values, Size2 kernel) {
        return values.get(ACTIVATION).after(Dense.grouped(values.get(FILTERS)), kernel.toString());
    }

    /** One weight for each pixel of the kernel and each pair of channels, and one bias for each channel that comes out. */
    static Count count(Values values, Size2 kernel, Shape.Image in) {
        int filters = values.get(FILTERS);
        long weights = filters * area(kernel) * in.channels();
        String formula = "%d · (%d·%d·%d)".formatted(filters, kernel.height(), kernel.width(), in.channels());
        return Weights.withBias(values, weights, filters, formula);
    }

    private static long cost(Values values, Shape.Image in) {
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() * area(values.get(KERNEL)) * in.channels()
                : 0;
    }

    /** How many pixels a kernel has. */
    static long area(Size2 kernel) {
        return (long) kernel.height() * kernel.width();
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("ConvolutionLayer"), values)
                .set("nOut", values.get(FILTERS))
                .set("activation", values.get(ACTIVATION).expr());
        return Weights.set(chain, values, 1, 2, 3).build();
    }
}
