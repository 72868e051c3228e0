package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** Zeros around a volume. */
final class ZeroPadding3d {

    static final LayerType TYPE = layer("zero_padding3d", "Zero padding 3D")
            .category(Category.RESIZING)
            .help(
                    "Puts slices, rows and columns of zeros around a volume, as many on each side as you say. Convolutions can pad by themselves; this is for borders that are not even.")
            .formula(
                    "y[z + d, i + a, j + b, c] = x[z, i, j, c]",
                    "d is Front, a is Top and b is Left; all other values of y are zero.")
            .params(Sides.FRONT, Sides.BACK, Sides.TOP, Sides.BOTTOM, Sides.LEFT, Sides.RIGHT)
            .summary(values -> Sides.summaryOfVolume("+", values))
            .from(
                    Shape.Volume.class,
                    (values, in) -> Inferred.ok(new Shape.Volume(
                            in.depth() + Sides.slices(values),
                            in.height() + Sides.rows(values),
                            in.width() + Sides.columns(values),
                            in.channels())))
            .layer((values, in) -> Dl4j.layer("ZeroPadding3DLayer", Sides.ofVolumeInEngine(values))
                    .build());

    private ZeroPadding3d() {}
}
