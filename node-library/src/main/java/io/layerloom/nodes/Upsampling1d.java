package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;

/** A sequence with each step repeated. */
final class Upsampling1d {

    static final Param<Integer> FACTOR = Param.integer("factor", 2, 1, 64)
            .label("Factor")
            .help("How often each step is repeated; 2 doubles the length.");

    static final LayerType TYPE = layer("upsampling1d", "Upsampling 1D")
            .category(Category.RESIZING)
            .help(
                    "Makes a sequence longer by repeating each step; a convolution behind it smooths the result. Decoders undo pooling with it.")
            .formula("y[t, c] = x[⌊t / s⌋, c]", "s is the factor; steps t are counted from 0, and ⌊ ⌋ rounds down.")
            .params(FACTOR)
            .summary(values -> "× " + values.get(FACTOR))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(in.steps() * values.get(FACTOR), in.features())))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "RepeatedSteps", values.get(FACTOR)));

    private Upsampling1d() {}
}
