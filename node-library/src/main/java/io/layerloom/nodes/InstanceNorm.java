package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;

/** Normalization of each channel of each example by itself. */
final class InstanceNorm {

    static final LayerType TYPE = layer("instance_norm", "Instance normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Brings every channel of every example to mean 0 and variance 1, which takes contrast and colour out of pictures: used to transfer styles and in image generators.")
            .formula(
                    "y[i, c] = γ[c] · (x[i, c] − μ[c]) / √(σ²[c] + ε) + β[c]",
                    "μ[c] and σ²[c] are mean and variance of channel c over all places i, each example by itself; γ and β are learned for each channel, ε is Epsilon.")
            .source(
                    "Ulyanov, Vedaldi, Lempitsky, Instance normalization: the missing ingredient for fast stylization (2016)")
            .params(GroupNorm.EPSILON)
            .summary(values -> tr("each channel"))
            .fromAny(GroupNorm.KINDS, (values, in) -> Inferred.ok(in))
            .learning(TypedArrays.ofNorm("gamma", "beta"))
            .counting((values, in) -> GroupNorm.count(in.get(0)))
            .costing((values, in) -> in.get(0).elements())
            .foresight(Foresight.always("Mean and deviation are taken over all steps"))
            .layer((values, in) ->
                    GroupNorm.expr(Math.toIntExact(Shapes.channels(in.get(0))), values.get(GroupNorm.EPSILON)));

    private InstanceNorm() {}
}
