package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.util.List;

/** Where a generator meets the data, in front of the discriminator. */
final class RealOrGenerated {

    static final Param<Double> SMOOTHING = Param.real("labelSmoothing", 0.1, 0, 0.5)
            .label("Label smoothing")
            .help(
                    "How far the label of real examples is below 1 for the discriminator: 0.1 lets it want 0.9, so that it does not grow too sure of itself and the generator still learns. Only real ones are smoothed. 0 is off.");

    static final Param<Double> GENERATOR_RATE = Param.real("generatorRate", 1, 0.001, 1000)
            .label("Generator's rate")
            .help(
                    "What the learning rate of the plan is multiplied by for the generator. Below 1 the discriminator keeps ahead, which steadies training (two time-scale update rule).");

    static final LayerType TYPE = layer("real_or_generated", "Real or generated")
            .category(Category.MERGE)
            .help(
                    "Sets a generator against a discriminator: the first wire brings what the generator makes, the second the data. What lies behind learns to tell them apart, and ends in an Output with one unit, sigmoid and binary cross-entropy; what lies before the first wire learns to make examples that pass for real. When predicting, the data pass. The heart of a generative adversarial network.")
            .formula(
                    "y ∈ {G, x}\nL(D) = −(1 − s) · log D(x) − s · log(1 − D(x)) − log(1 − D(G))\nL(G) = −log D(G)",
                    "G is what the generator makes, x an example of the data, D the probability of real that the layers behind give, s the label smoothing. The discriminator makes L(D) small and the generator L(G), each over mini-batches of its own; when predicting, y is x.")
            .source(
                    "Goodfellow et al., Generative adversarial nets (2014); smoothing: Salimans et al., Improved techniques for training GANs (2016); two rates: Heusel et al. (2017)")
            .params(SMOOTHING, GENERATOR_RATE)
            .summary(values -> values.get(SMOOTHING) == 0 ? "" : "real is " + (1 - values.get(SMOOTHING)))
            .role(LayerType.Role.CONTEST)
            .merging(2, 2, (values, in) -> infer(in))
            .vertex((values, in) ->
                    Expr.make(Dl4j.KIT + "RealOrGenerated", values.get(SMOOTHING), values.get(GENERATOR_RATE)));

    private RealOrGenerated() {}

    private static Inferred infer(List<Shape> in) {
        Shape generated = in.get(0);
        Shape real = in.get(1);
        if (generated instanceof Shape.Tokens || real instanceof Shape.Tokens) {
            return Inferred.bad(
                    tr("Real or generated compares numbers, but tokens are names. Put an Embedding before them."));
        }
        return generated.equals(real)
                ? Inferred.ok(real)
                : Inferred.bad(tr(
                        "What is generated must look like the data: the first wire brings %s, but an example of the data is %s.",
                        generated.described(), real.described()));
    }
}
