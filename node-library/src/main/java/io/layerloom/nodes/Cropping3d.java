package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A volume without its border. */
final class Cropping3d {

    static final LayerType TYPE = layer("cropping3d", "Cropping 3D")
            .category(Category.RESIZING)
            .help(
                    "Cuts slices, rows and columns off the sides of a volume, so that it fits another one which has lost its border to convolutions.")
            .formula("y[z, i, j, c] = x[z + d, i + a, j + b, c]", "d is Front, a is Top and b is Left.")
            .source("Çiçek, Abdulkadir, Lienkamp, Brox, Ronneberger, 3D U-Net (2016)")
            .params(Sides.FRONT, Sides.BACK, Sides.TOP, Sides.BOTTOM, Sides.LEFT, Sides.RIGHT)
            .summary(values -> Sides.summaryOfVolume("−", values))
            .from(Shape.Volume.class, Cropping3d::infer)
            .layer((values, in) -> Dl4j.layer("convolutional.Cropping3D", Sides.ofVolumeInEngine(values))
                    .build());

    private Cropping3d() {}

    private static Inferred infer(Values values, Shape.Volume in) {
        long depth = in.depth() - Sides.slices(values);
        long height = in.height() - Sides.rows(values);
        long width = in.width() - Sides.columns(values);
        if (depth > 0 && height > 0 && width > 0) {
            return Inferred.ok(new Shape.Volume(depth, height, width, in.channels()));
        }
        Inferred.Bad bad = depth <= 0
                ? Inferred.bad(
                        Sides.FRONT,
                        tr("Cropping %d slices leaves nothing of a volume with %d.", Sides.slices(values), in.depth()))
                : height <= 0
                        ? Inferred.bad(
                                Sides.TOP,
                                tr(
                                        "Cropping %d rows leaves nothing of a volume with %d.",
                                        Sides.rows(values), in.height()))
                        : Inferred.bad(
                                Sides.LEFT,
                                tr(
                                        "Cropping %d columns leaves nothing of a volume with %d.",
                                        Sides.columns(values), in.width()));
        return bad.propose(tr("Crop as much as leaves one place"), Sides.within(values, in));
    }
}
