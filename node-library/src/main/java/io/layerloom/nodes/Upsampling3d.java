package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A volume with each place repeated. */
final class Upsampling3d {

    static final Param<Integer> FACTOR = Param.integer("factor", 2, 1, 8)
            .label("Factor")
            .help("How often each place is repeated in each direction; 2 doubles depth, height and width.");

    static final LayerType TYPE = layer("upsampling3d", "Upsampling 3D")
            .category(Category.RESIZING)
            .help("Makes a volume larger by repeating each place in all three directions.")
            .formula(
                    "y[z, i, j, c] = x[⌊z / s⌋, ⌊i / s⌋, ⌊j / s⌋, c]",
                    "s is the factor; slices z, rows i and columns j are counted from 0, and ⌊ ⌋ rounds down.")
            .source("Çiçek, Abdulkadir, Lienkamp, Brox, Ronneberger, 3D U-Net (2016)")
            .params(FACTOR)
            .summary(values -> "× " + values.get(FACTOR))
            .from(Shape.Volume.class, Upsampling3d::infer)
            .layer((values, in) -> Dl4j.layer("Upsampling3D", Windows3d.CHANNELS_FIRST, values.get(FACTOR))
                    .build());

    private Upsampling3d() {}

    private static Inferred infer(Values values, Shape.Volume in) {
        int factor = values.get(FACTOR);
        return Inferred.ok(
                new Shape.Volume(in.depth() * factor, in.height() * factor, in.width() * factor, in.channels()));
    }
}
