package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** Zeros around an image. */
final class ZeroPadding2d {

    static final LayerType TYPE = layer("zero_padding2d", "Zero padding 2D")
            .category(Category.RESIZING)
            .help(
                    "Puts rows and columns of zeros around an image, as many on each side as you say. Convolutions can pad by themselves; this is for borders that are not even.")
            .formula("y[i + a, j + b, c] = x[i, j, c]", "a is Top and b is Left; all other values of y are zero.")
            .params(Sides.TOP, Sides.BOTTOM, Sides.LEFT, Sides.RIGHT)
            .summary(values -> Sides.summary("+", values))
            .from(
                    Shape.Image.class,
                    (values, in) -> Inferred.ok(new Shape.Image(
                            in.height() + Sides.rows(values), in.width() + Sides.columns(values), in.channels())))
            .layer((values, in) ->
                    Dl4j.layer("ZeroPaddingLayer", Sides.inEngine(values)).build());

    private ZeroPadding2d() {}
}
