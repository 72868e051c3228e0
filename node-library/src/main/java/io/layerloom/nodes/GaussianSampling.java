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

/** Draws the code of a variational autoencoder. */
final class GaussianSampling {

    static final Param<Double> BETA = Param.real("beta", 1, 0, 1000)
            .label("Beta")
            .help(
                    "How much the divergence from the standard normal distribution counts beside the loss of the output: 1 as in the paper, more for codes whose numbers mean separate things. Compare it with the loss: binary cross-entropy adds up over all numbers of an example, mean squared error takes their mean and wants a beta far below 1.");

    static final LayerType TYPE = layer("gaussian_sampling", "Gaussian sampling")
            .category(Category.MERGE)
            .help(
                    "Draws each number from a normal distribution while training: the first input gives the means, the second the logarithms of the variances. Adds to the loss how far these distributions are from the standard normal one (Kullback–Leibler), so that codes lie close together and new ones can be made up. Gives the means when predicting. The middle of a variational autoencoder.")
            .formula(
                    "y = μ + e^(v / 2) · ε\nD = β · Σ (e^v + μ² − 1 − v) / 2",
                    "μ is the first input, v the second, the logarithm of the variance; ε is drawn from the standard normal distribution while training, and 0 when predicting. D is added to the loss of the example, with β as set.")
            .source("Kingma, Welling, Auto-encoding variational Bayes (2014); beta: Higgins et al., beta-VAE (2017)")
            .params(BETA)
            .summary(values -> values.get(BETA) == 1 ? tr("mean + deviation · ε") : "β " + values.get(BETA))
            .merging(2, 2, (values, in) -> infer(in))
            .costing((values, in) -> 2 * in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "GaussianSample", values.get(BETA)));

    private GaussianSampling() {}

    private static Inferred infer(List<Shape> in) {
        for (Shape shape : in) {
            if (shape instanceof Shape.Sequence) {
                return Inferred.bad(tr(
                        "Gaussian sampling needs vectors, images or volumes, but gets %s. Take the last step, or flatten it.",
                        shape.described()));
            }
        }
        return ElementWise.infer("Gaussian sampling", in);
    }
}
