package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;

/** Two-dimensional convolution the other way round: from a small image to a larger one. Not dilated, which the engine cannot train. */
final class ConvTranspose2d {

    static final Param<Size2> KERNEL = Conv2d.KERNEL
            .startingAt(Size2.square(2))
            .help(
                    "Height and width of the patch that each pixel paints. Equal to the stride, patches lie side by side without overlap.");

    static final Param<Size2> STRIDE = Conv2d.STRIDE
            .startingAt(Size2.square(2))
            .help("How far apart the patches lie; 2 doubles height and width.");

    static final Param<Padding> PADDING = Windows.PADDING.help(
            "Valid keeps every patch whole; Same cuts the border so that the image grows by exactly the stride; Explicit cuts as much as you say.");

    static final Param<Size2> BORDER =
            Windows.BORDER.help("Rows that are cut off above and below, and columns left and right.");

    private static final Windows WINDOWS = new Windows(later("kernel"), KERNEL, STRIDE, Pooling.NO_GAPS);

    static final LayerType TYPE = layer("conv_transpose2d", "Transposed convolution 2D")
            .category(Category.CONVOLUTION)
            .help(
                    "Paints a learned patch for every pixel and adds up where patches overlap, so that the image grows. It reverses the shapes of a convolution, in generators, decoders and segmentation.")
            .formula(
                    "y[m, n, k] = f( b[k] + Σ W[u, v, c, k] · x[i, j, c] )\nm = s·i + u − p,  n = s·j + v − p",
                    "The sum is over channels c and over all pixels i, j and places u, v of the patch that meet at m, n, all counted from 0. W are the patches, b the biases, f is the activation, s the stride, and p how many rows or columns are cut off in front.")
            .source(
                    "Zeiler, Krishnan, Taylor, Fergus, Deconvolutional networks (2010); Dumoulin, Visin (2016), chapter 4")
            .params(Weights.after(Conv2d.FILTERS, KERNEL, STRIDE, PADDING, BORDER, Conv2d.ACTIVATION))
            .summary(values -> Conv2d.summary(values, values.get(KERNEL)))
            .from(Shape.Image.class, ConvTranspose2d::infer)
            .learning(TypedArrays.ofFilters("TRANSPOSED", Conv2d.FILTERS, KERNEL))
            .counting((values, in) -> Conv2d.count(values, values.get(KERNEL), (Shape.Image) in.get(0)))
            .costing(
                    (values, in) -> in.get(0).elements() * values.get(Conv2d.FILTERS) * Conv2d.area(values.get(KERNEL)))
            .layer((values, in) -> expr(values));

    private ConvTranspose2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        Inferred grown = WINDOWS.spread(values, in, values.get(Conv2d.FILTERS));
        Inferred active = grown instanceof Inferred.Ok ok
                ? Activations.check(values, Conv2d.ACTIVATION, ok.shape(), grown)
                : grown;
        return Constraint.check(values, active);
    }

    /** The engine holds the weights with the input's channels first. */
    private static Expr expr(Values values) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("Deconvolution2D"), values)
                .set("nOut", values.get(Conv2d.FILTERS))
                .set("activation", values.get(Conv2d.ACTIVATION).expr());
        return Weights.set(chain, values, 0, 2, 3).build();
    }
}
