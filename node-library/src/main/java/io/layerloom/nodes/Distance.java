package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** How far two vectors are apart. */
final class Distance {

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-8, 1e-12, 1)
            .label("Epsilon")
            .help("Added under the root, which has no slope at zero.");

    static final LayerType TYPE = layer("l2_distance", "L2 distance")
            .category(Category.MERGE)
            .help(
                    "Tells how far two vectors are apart, as one number. Siamese networks learn to make it small for what belongs together.")
            .formula("y = √( Σ (a[i] − b[i])² + ε )", "a and b are the two inputs, ε is Epsilon.")
            .source("Hadsell, Chopra, LeCun, Dimensionality reduction by learning an invariant mapping (2006)")
            .params(EPSILON)
            .summary(values -> "|a − b|")
            .merging(2, 2, (values, in) -> ElementWise.toOne("L2 distance", in))
            .costing((values, in) -> in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "Distance", values.get(EPSILON)));

    private Distance() {}
}
