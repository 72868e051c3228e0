package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** Random silence of whole channels during training. */
final class SpatialDropout {

    static final Param<Double> RATE = Dropouts.rate("rate", 0.2)
            .label("Rate")
            .help(
                    "The fraction of channels or features that each training step sets to zero. The rest is scaled up to make good for it.");

    static final LayerType TYPE = layer("spatial_dropout", "Spatial dropout")
            .category(Category.REGULARIZATION)
            .help(
                    "Sets whole channels of an image, or whole features of a sequence, to zero during training. Neighbouring pixels tell the same, so dropping single ones would hide little.")
            .formula(
                    "y[i, c] = m[c] · x[i, c] / (1 − p)",
                    "m[c] is drawn for each channel or feature c of each example in each training step: 0 with probability p, the rate, and 1 otherwise, the same at all places or steps i. When predicting, y = x.")
            .source(
                    "Tompson, Goroshin, Jain, LeCun, Bregler, Efficient object localization using convolutional networks (2015)")
            .params(RATE)
            .summary(values -> Dropouts.percent(values.get(RATE)))
            .fromAny(Shapes.WITH_PLACES, (values, in) -> Inferred.ok(in))
            .layer((values, in) -> Dropouts.layer(in.get(0), "SpatialDropout", Dropouts.kept(values.get(RATE))));

    private SpatialDropout() {}
}
