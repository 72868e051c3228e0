package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Normalization of the features of each step, pixel or vector. */
final class LayerNorm {

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-5, 1e-12, 1)
            .label("Epsilon")
            .help("Added to the variance, so that features that are all the same do not divide by zero.");

    static final LayerType TYPE = layer("layer_norm", "Layer normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Brings the features of each step, the channels of each pixel or voxel, or the values of each vector to mean 0 and variance 1, then scales and shifts them as learned. Unlike batch normalization it looks at one example only, so it suits small batches and sequences.")
            .formula(
                    "y[c] = γ[c] · (x[c] − μ) / √(σ² + ε) + β[c]",
                    "μ and σ² are mean and variance over the features c of the step, the channels of the pixel or voxel, or the values of the vector; γ and β are learned for each feature, ε is Epsilon.")
            .source("Ba, Kiros, Hinton, Layer normalization (2016)")
            .params(EPSILON)
            .summary(values -> tr("of each step"))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .learning(TypedArrays.ofNorm("g", "b"))
            .counting((values, in) -> count(Shapes.channels(in.get(0))))
            .costing((values, in) -> 2 * in.get(0).elements())
            .layer((values, in) -> Expr.make(Dl4j.KIT + "FeatureNorm", values.get(EPSILON)));

    private LayerNorm() {}

    static Count count(long features) {
        return Count.of(2 * features, "2 · " + features);
    }
}
