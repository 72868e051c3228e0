package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** An image with each pixel repeated. */
final class Upsampling2d {

    static final Param<Integer> FACTOR = Param.integer("factor", 2, 1, 64)
            .label("Factor")
            .help("How often each row and each column is repeated; 2 doubles height and width.");

    static final LayerType TYPE = layer("upsampling2d", "Upsampling 2D")
            .category(Category.RESIZING)
            .help(
                    "Makes an image larger by repeating each pixel. A convolution behind it smooths the steps, and leaves no checkerboard as a transposed convolution may.")
            .formula(
                    "y[i, j, c] = x[⌊i / s⌋, ⌊j / s⌋, c]",
                    "s is the factor; rows i and columns j are counted from 0, and ⌊ ⌋ rounds down.")
            .source("Odena, Dumoulin, Olah, Deconvolution and checkerboard artifacts (2016)")
            .params(FACTOR)
            .summary(values -> "× " + values.get(FACTOR))
            .from(Shape.Image.class, Upsampling2d::infer)
            .layer((values, in) ->
                    Dl4j.layer("Upsampling2D", values.get(FACTOR)).build());

    private Upsampling2d() {}

    private static Inferred infer(Values values, Shape.Image in) {
        int factor = values.get(FACTOR);
        return Inferred.ok(new Shape.Image(in.height() * factor, in.width() * factor, in.channels()));
    }
}
