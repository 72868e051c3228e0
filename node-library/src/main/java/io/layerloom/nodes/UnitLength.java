package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Vectors brought to length 1. */
final class UnitLength {

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-8, 1e-12, 1)
            .label("Epsilon")
            .help(
                    "Vectors shorter than this are divided by it instead of their length, so that none is divided by zero.");

    static final LayerType TYPE = layer("l2_normalize", "L2 normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Divides each vector by its length, so that only its direction counts: all values of an example, the channels at each pixel, or the features at each step. Distances between such vectors compare directions.")
            .formula(
                    "y = x / max(|x|, ε)",
                    "|x| = √(Σ x[i]²) is the length of the vector: of all values of a vector, of the channels at each place, or of the features at each step; ε is Epsilon.")
            .source(
                    "Schroff, Kalenichenko, Philbin, FaceNet: a unified embedding for face recognition and clustering (2015)")
            .params(EPSILON)
            .summary(values -> tr("to length 1"))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .costing((values, in) -> 2 * in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "UnitLength", values.get(EPSILON)));

    private UnitLength() {}
}
