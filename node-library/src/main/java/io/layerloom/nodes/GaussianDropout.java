package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Random factors around 1 during training. */
final class GaussianDropout {

    static final Param<Double> RATE = Dropouts.rate("rate", 0.3)
            .label("Rate")
            .help(
                    "How strong the noise is: as strong as that of a dropout with this rate, so its deviation is √(rate ÷ (1 − rate)).");

    static final LayerType TYPE = layer("gaussian_dropout", "Gaussian dropout")
            .category(Category.REGULARIZATION)
            .help(
                    "Multiplies every value by random noise around 1 during training: like dropout, but nothing is ever quite silent. Does nothing when predicting.")
            .formula(
                    "y = x · n\nn ~ N(1, p / (1 − p))",
                    "n is drawn for each value in each training step from the normal distribution with mean 1 and variance p / (1 − p), where p is the rate. When predicting, y = x.")
            .source(
                    "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, Dropout: a simple way to prevent neural networks from overfitting (2014), section 10")
            .params(RATE)
            .summary(values -> tr("rate %s", values.get(RATE)))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .layer((values, in) -> Dropouts.layer(in.get(0), "GaussianDropout", values.get(RATE)));

    private GaussianDropout() {}
}
