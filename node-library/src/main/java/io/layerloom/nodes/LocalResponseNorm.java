package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Channels that dampen their neighbours. */
final class LocalResponseNorm {

    static final Param<Integer> RADIUS = Param.integer("radius", 2, 1, 64)
            .label("Radius")
            .help("How many channels on each side count; 2 makes it five with the channel itself.");

    static final Param<Double> OFFSET = Param.real("offset", 2, 0.1, 100)
            .label("Offset (k)")
            .help("What the sum of squares is added to, so that no channel is divided by zero.");

    static final Param<Double> ALPHA =
            Param.real("alpha", 1e-4, 1e-8, 10).label("Alpha").help("How much the squares of the neighbours count.");

    static final Param<Double> BETA = Param.real("beta", 0.75, 0.01, 10)
            .label("Beta")
            .help("The power to which the sum is raised before values are divided by it.");

    static final LayerType TYPE = layer("lrn", "Local response normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Divides each value by what its neighbouring channels have at the same pixel: y = x ÷ (k + α · Σ x²)^β. Batch normalization has taken its place; AlexNet and GoogLeNet have it.")
            .formula(
                    "y[i, j, c] = x[i, j, c] / ( k + α · Σ x[i, j, n]² )^β",
                    "The sum is over the channels n from c − r to c + r, as far as there are any, with r the radius; k is the offset, α is Alpha and β is Beta.")
            .source(
                    "Krizhevsky, Sutskever, Hinton, ImageNet classification with deep convolutional neural networks (2012)")
            .params(RADIUS, OFFSET, ALPHA, BETA)
            .summary(values -> tr("%d channels", 2 * values.get(RADIUS) + 1))
            .from(Shape.Image.class, LocalResponseNorm::infer)
            .costing((values, in) -> in.get(0).elements() * (2L * values.get(RADIUS) + 1))
            .layer((values, in) -> Dl4j.layer("LocalResponseNormalization")
                    .set("n", 2.0 * values.get(RADIUS) + 1)
                    .set("k", values.get(OFFSET))
                    .set("alpha", values.get(ALPHA))
                    .set("beta", values.get(BETA))
                    .build());

    private LocalResponseNorm() {}

    /** The engine fails where a neighbour lies beyond all channels. */
    private static Inferred infer(Values values, Shape.Image in) {
        int radius = values.get(RADIUS);
        if (radius < in.channels()) {
            return Inferred.ok(in);
        }
        Inferred.Bad bad = Inferred.bad(
                RADIUS,
                tr("A radius of %d needs more than %d channels, but the image has %d.", radius, radius, in.channels()));
        int most = Math.toIntExact(in.channels() - 1);
        return most > 0 ? bad.propose(tr("Use a radius of %d", most), RADIUS, most) : bad;
    }
}
