package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** How far two vectors point the same way. */
final class DotProduct {

    static final Param<Boolean> COSINE = Param.flag("cosine", false)
            .label("Cosine")
            .help("Divides by both lengths, so that only directions count and the result lies between −1 and 1.");

    static final LayerType TYPE = layer("dot_product", "Dot product")
            .category(Category.MERGE)
            .help(
                    "Multiplies two vectors value by value and adds up: a single number that is large where both point the same way. Recommends items to people, compares two inputs.")
            .formula(
                    "y = Σ a[i] · b[i]\ny = Σ a[i] · b[i] / (|a| · |b|)",
                    "a and b are the two inputs; the second line holds with Cosine, where |a| = √(Σ a[i]²) is the length of a.")
            .source("Koren, Bell, Volinsky, Matrix factorization techniques for recommender systems (2009)")
            .params(COSINE)
            .summary(values -> values.get(COSINE) ? tr("cosine") : "a · b")
            .merging(2, 2, (values, in) -> ElementWise.toOne("Dot product", in))
            .costing((values, in) -> in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "DotProduct", values.get(COSINE)));

    private DotProduct() {}
}
