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
import io.layerloom.graph.Values;

/** Three-dimensional convolution over a volume. */
final class Conv3d {

    static final Param<Integer> KERNEL = Param.integer("kernel", 3, 1, 31)
            .label("Kernel")
            .help("Depth, height and width of each kernel. 3 is the usual choice.");

    static final Param<Integer> STRIDE = Param.integer("stride", 1, 1, 31)
            .label("Stride")
            .help("How far a kernel moves at each step in each direction; 2 halves depth, height and width.");

    private static final Windows3d WINDOWS = new Windows3d(later("kernel"), KERNEL, STRIDE);

    static final LayerType TYPE = layer("conv3d", "Convolution 3D")
            .category(Category.CONVOLUTION)
            .help(
                    "Slides small learned kernels through a volume: a scan in slices, or pictures of a film one behind the other.")
            .formula(
                    "y[z, i, j, k] = f( b[k] + Σ W[w, u, v, c, k] · x[z′, i′, j′, c] )\nz′ = s·z + w − p,  i′ = s·i + u − p,  j′ = s·j + v − p",
                    "The sum is over slices w, rows u and columns v of the kernel and channels c, all counted from 0; W are the kernels, b the biases, f is the activation, s the stride, and p how many slices, rows or columns of zeros the padding puts in front.")
            .source("Ji, Xu, Yang, Yu, 3D convolutional neural networks for human action recognition (2013)")
            .params(Weights.after(
                    Conv2d.FILTERS, KERNEL, STRIDE, Windows3d.PADDING, Windows3d.BORDER, Conv2d.ACTIVATION))
            .summary(values -> {
                int kernel = values.get(KERNEL);
                return values.get(Conv2d.ACTIVATION)
                        .after(Dense.grouped(values.get(Conv2d.FILTERS)), "%1$d×%1$d×%1$d".formatted(kernel));
            })
            .from(Shape.Volume.class, Conv3d::infer)
            .learning(TypedArrays.ofFilters("CONVOLUTION", Conv2d.FILTERS, (values, in) -> cube(values.get(KERNEL))))
            .counting((values, in) -> count(values, (Shape.Volume) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Volume) in.get(0)))
            .layer((values, in) -> expr(values));

    private Conv3d() {}

    private static Inferred infer(Values values, Shape.Volume in) {
        Inferred slid = WINDOWS.slide(values, in, values.get(Conv2d.FILTERS));
        Inferred active =
                slid instanceof Inferred.Ok ok ? Activations.check(values, Conv2d.ACTIVATION, ok.shape(), slid) : slid;
        return Constraint.check(values, active);
    }

    private static Count count(Values values, Shape.Volume in) {
        int kernel = values.get(KERNEL);
        int filters = values.get(Conv2d.FILTERS);
        String formula = "%d · (%d·%d·%d·%d)".formatted(filters, kernel, kernel, kernel, in.channels());
        return Weights.withBias(values, filters * cube(kernel) * in.channels(), filters, formula);
    }

    private static long cost(Values values, Shape.Volume in) {
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() * cube(values.get(KERNEL)) * in.channels()
                : 0;
    }

    private static long cube(int side) {
        return (long) side * side * side;
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("Convolution3D").set("dataFormat", Windows3d.CHANNELS_FIRST), values)
                .set("nOut", values.get(Conv2d.FILTERS))
                .set("activation", values.get(Conv2d.ACTIVATION).expr());
        return Weights.set(chain, values, 1, 2, 3, 4).build();
    }
}
