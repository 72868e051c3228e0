package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Random summands during training. */
final class GaussianNoise {

    static final Param<Double> DEVIATION = Param.real("deviation", 0.1, 0, 100)
            .label("Deviation")
            .help("The standard deviation of what is added. Compare it with the values: pixels lie between 0 and 1.");

    static final LayerType TYPE = layer("gaussian_noise", "Gaussian noise")
            .category(Category.REGULARIZATION)
            .help(
                    "Adds random noise around 0 to every value during training, so that each example looks a little different every time. Does nothing when predicting.")
            .formula(
                    "y = x + n\nn ~ N(0, σ²)",
                    "n is drawn for each value in each training step from the normal distribution with mean 0 and σ the deviation. When predicting, y = x.")
            .source("Bishop, Training with noise is equivalent to Tikhonov regularization (1995)")
            .params(DEVIATION)
            .summary(values -> "± " + values.get(DEVIATION))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .layer((values, in) -> Dropouts.layer(in.get(0), "GaussianNoise", values.get(DEVIATION)));

    private GaussianNoise() {}
}
