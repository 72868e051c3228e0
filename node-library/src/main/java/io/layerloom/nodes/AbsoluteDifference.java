package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerType;

/** Two inputs, how far they are apart at each place. */
final class AbsoluteDifference {

    static final LayerType TYPE = layer("absolute_difference", "Absolute difference")
            .category(Category.MERGE)
            .help(
                    "Subtracts two inputs value by value and leaves the sign away, so that the order of the two does not matter. A dense layer behind it learns which differences count.")
            .formula("y[i] = |a[i] − b[i]|", "a and b are the two inputs, i is the place of a value.")
            .source("Koch, Zemel, Salakhutdinov, Siamese neural networks for one-shot image recognition (2015)")
            .summary(values -> tr("|a − b| each"))
            .merging(2, 2, (values, in) -> ElementWise.infer("Absolute difference", in))
            .costing((values, in) -> in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "AbsoluteDifference"));

    private AbsoluteDifference() {}
}
