package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.math.BigDecimal;

/** What dropout and noise have in common. */
final class Dropouts {

    private Dropouts() {}

    /** A setting for the fraction that is dropped; never all of it. */
    static Param<Double> rate(String key, double initial) {
        return Param.real(key, initial, 0, 0.99);
    }

    /** The engine's layer for one of its kinds of dropout; sequences have padding, which its own layer cannot take. */
    static Expr layer(Shape in, String kind, double strength) {
        Expr dropout = Expr.make(Dl4j.CONF + "dropout." + kind, strength);
        return in instanceof Shape.Sequence
                ? Expr.make(Dl4j.KIT + "StepDropout", dropout)
                : Dl4j.layer("DropoutLayer", dropout).build();
    }

    /** The layer's builder with dropout in front of it, unless the rate is 0. */
    static Expr.Chain before(Expr.Chain layer, double rate) {
        return layer.setIf(rate > 0, "dropOut", kept(rate));
    }

    /** The fraction that is kept, which is what the engine wants to know; exact in decimals, so that 0.1 gives 0.9. */
    static double kept(double rate) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(rate)).doubleValue();
    }

    /** The line on the node. */
    static String percent(double rate) {
        return tr(
                "%s %% dropped",
                BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
