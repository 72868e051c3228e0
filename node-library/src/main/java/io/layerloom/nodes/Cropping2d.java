package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** An image without its border. */
final class Cropping2d {

    static final LayerType TYPE = layer("cropping2d", "Cropping 2D")
            .category(Category.RESIZING)
            .help(
                    "Cuts rows and columns off the sides of an image, so that it fits another one which has lost its border to convolutions.")
            .formula("y[i, j, c] = x[i + a, j + b, c]", "a is Top and b is Left.")
            .source(
                    "Ronneberger, Fischer, Brox, U-Net: convolutional networks for biomedical image segmentation (2015)")
            .params(Sides.TOP, Sides.BOTTOM, Sides.LEFT, Sides.RIGHT)
            .summary(values -> Sides.summary("−", values))
            .from(Shape.Image.class, Cropping2d::infer)
            .layer((values, in) -> Dl4j.layer("convolutional.Cropping2D", Sides.inEngine(values))
                    .build());

    private Cropping2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        long height = in.height() - Sides.rows(values);
        long width = in.width() - Sides.columns(values);
        if (height > 0 && width > 0) {
            return Inferred.ok(new Shape.Image(height, width, in.channels()));
        }
        Inferred.Bad bad = height <= 0
                ? Inferred.bad(
                        Sides.TOP,
                        tr("Cropping %d rows leaves nothing of an image with %d.", Sides.rows(values), in.height()))
                : Inferred.bad(
                        Sides.LEFT,
                        tr(
                                "Cropping %d columns leaves nothing of an image with %d.",
                                Sides.columns(values), in.width()));
        return bad.propose(tr("Crop as much as leaves one pixel"), Sides.within(values, in.height(), in.width()));
    }
}
