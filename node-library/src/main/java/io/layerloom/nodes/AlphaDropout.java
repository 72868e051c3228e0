package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Dropout for networks of SELU units. */
final class AlphaDropout {

    static final Param<Double> RATE = Dropouts.rate("rate", 0.1)
            .label("Rate")
            .help("The fraction of values that each training step sets to SELU's lowest value; 0.05 to 0.1 as a rule.");

    static final LayerType TYPE = layer("alpha_dropout", "Alpha dropout")
            .category(Category.REGULARIZATION)
            .help(
                    "Dropout that keeps mean and variance as they are, for networks whose activation is SELU. Dropped values become SELU's lowest value instead of zero.")
            .formula(
                    "y = a · (m · x + (1 − m) · s) + b\na = 1 / √( (1 − p) · (1 + p · s²) ),  b = −a · p · s",
                    "m is drawn for each value in each training step: 0 with probability p, the rate, and 1 otherwise; s = −1.7581 is SELU's lowest value. When predicting, y = x.")
            .source("Klambauer, Unterthiner, Mayr, Hochreiter, Self-normalizing neural networks (2017)")
            .params(RATE)
            .summary(values -> Dropouts.percent(values.get(RATE)))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .layer((values, in) -> Dropouts.layer(in.get(0), "AlphaDropout", Dropouts.kept(values.get(RATE))));

    private AlphaDropout() {}
}
