package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A leaky ReLU whose slope is drawn anew for each value while training. */
final class RandomLeakyRelu {

    static final Param<Double> LOW = Param.real("low", 0.125, 0, 1)
            .label("Least slope")
            .help("The least slope below zero that may be drawn; ⅛ in the paper.");

    static final Param<Double> HIGH = Param.real("high", 0.3333, 0, 1)
            .label("Greatest slope")
            .help("The greatest slope below zero that may be drawn; ⅓ in the paper.");

    static final LayerType TYPE = layer("rrelu", "Randomized leaky ReLU")
            .category(Category.REGULARIZATION)
            .help(
                    "Multiplies values below zero by a random slope while training, which fights overfitting, and by the mean slope when predicting.")
            .formula(
                    "y = max(0, x) + a · min(0, x)",
                    "a is drawn for each value in each training step, evenly between the least slope and the greatest. When predicting, a is the mean of the two.")
            .source("Xu, Wang, Chen, Li, Empirical evaluation of rectified activations in convolutional network (2015)")
            .params(LOW, HIGH)
            .summary(values -> values.get(LOW) + " to " + values.get(HIGH))
            .fromAny(Shapes.NUMERIC, RandomLeakyRelu::infer)
            .inPlaceLayer((values, in) -> Dl4j.layer("ActivationLayer")
                    .set("activation", Expr.make(Dl4j.KIT + "RandomLeakyRelu", values.get(LOW), values.get(HIGH)))
                    .build());

    private RandomLeakyRelu() {}

    private static Inferred infer(Values values, Shape in) {
        double low = values.get(LOW);
        double high = values.get(HIGH);
        return low <= high
                ? Inferred.ok(in)
                : Inferred.bad(
                                HIGH,
                                tr("The greatest slope must not be below the least, but is %s against %s.", high, low))
                        .propose(tr("Use %s for both", low), HIGH, low)
                        .propose(tr("Use %s for both", high), LOW, high);
    }
}
