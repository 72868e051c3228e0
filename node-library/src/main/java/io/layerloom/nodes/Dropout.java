package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Random silence during training. */
final class Dropout {

    static final Param<Double> RATE = Dropouts.rate("rate", 0.5)
            .label("Rate")
            .help(
                    "The fraction of values that each training step sets to zero: 0.2 to 0.5 as a rule. The rest is scaled up to make good for it.");

    static final LayerType TYPE = layer("dropout", "Dropout")
            .category(Category.REGULARIZATION)
            .help(
                    "Sets a random part of the values to zero during training, so that no unit can rely on a few others. Does nothing when predicting.")
            .formula(
                    "y = m · x / (1 − p)",
                    "m is drawn for each value in each training step: 0 with probability p, the rate, and 1 otherwise. When predicting, y = x.")
            .source(
                    "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, Dropout: a simple way to prevent neural networks from overfitting (2014)")
            .params(RATE)
            .summary(values -> Dropouts.percent(values.get(RATE)))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .layer((values, in) -> Dropouts.layer(in.get(0), "Dropout", Dropouts.kept(values.get(RATE))));

    private Dropout() {}
}
