package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.math.BigDecimal;
import java.util.List;

/** Random silence during training. */
final class Dropout {

    static final Param<Double> RATE = rate("rate", 0.5)
            .label("Rate")
            .help(
                    "The fraction of values that each training step sets to zero: 0.2 to 0.5 as a rule. The rest is scaled up to make good for it.");

    static final LayerType TYPE = layer("dropout", "Dropout")
            .category(Category.REGULARIZATION)
            .help(
                    "Sets a random part of the values to zero during training, so that no unit can rely on a few others. Does nothing when predicting.")
            .source(
                    "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, Dropout: a simple way to prevent neural networks from overfitting (2014)")
            .params(RATE)
            .summary(values -> percent(values.get(RATE)))
            .fromAny(
                    List.of(Shape.Vector.class, Shape.Image.class, Shape.Sequence.class),
                    (values, in) -> Inferred.ok(in))
            .layer((values, in) ->
                    Dl4j.layer("DropoutLayer", kept(values.get(RATE))).build());

    private Dropout() {}

    /** A setting for the fraction that is dropped; never all of it. */
    static Param<Double> rate(String key, double initial) {
        return Param.real(key, initial, 0, 0.99);
    }

    /** The layer's builder with dropout in front of it, unless the rate is 0. */
    static Expr.Chain dropping(Expr.Chain layer, double rate) {
        return layer.setIf(rate > 0, "dropOut", kept(rate));
    }

    /** The fraction that is kept, which is what the engine wants to know; exact in decimals, so that 0.1 gives 0.9. */
    static double kept(double rate) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(rate)).doubleValue();
    }

    private static String percent(double rate) {
        return BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros().toPlainString() + " % dropped";
    }
}
