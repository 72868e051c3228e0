package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;

/** An activation as a layer of its own. */
final class ActivationLayer {

    private static final String IMPL = "org.nd4j.linalg.activations.impl.";

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    static final Param<Double> LEAK = Param.real("leak", 0.01, 0, 10)
            .label("Slope below zero")
            .help(
                    "What values below zero are multiplied by. 0.01 in the first paper; 0.2 is usual in image generators.")
            .shownWhen(values -> values.get(ACTIVATION) == Activation.LEAKY_RELU);

    static final Param<Double> ALPHA = Param.real("alpha", 1, 0, 10)
            .label("Alpha")
            .help("How far the function goes below zero; 1 makes it smooth.")
            .shownWhen(values -> values.get(ACTIVATION) == Activation.ELU);

    static final Param<Double> THRESHOLD = Param.real("threshold", 1, 0, 100)
            .label("Threshold")
            .help("Values up to this become zero.")
            .shownWhen(values -> values.get(ACTIVATION) == Activation.THRESHOLDED_RELU);

    static final LayerType TYPE = layer("activation", "Activation")
            .category(Category.CORE)
            .help(
                    "Applies a function to every value. Most layers can do it themselves; on its own it goes behind a batch normalization or an addition.")
            .formula(
                    "y = f(x)\nReLU(x) = max(0, x)\nσ(x) = 1 / (1 + e^(−x))\ntanh(x) = (e^x − e^(−x)) / (e^x + e^(−x))\nsoftmax(x)[i] = e^(x[i]) / Σ e^(x[j])\nELU(x) = max(0, x) + α · (e^(min(0, x)) − 1)\nSiLU(x) = x · σ(x)\nGELU (erf): x · Φ(x),  GELU (sigmoid): x · σ(1.702 · x)\nsoftplus(x) = log(1 + e^x)",
                    "f is the activation, of which the usual ones follow; σ is sigmoid, Φ the cumulative standard normal distribution. A leaky ReLU multiplies values below zero by the slope below zero.")
            .source("Glorot, Bordes, Bengio, Deep sparse rectifier neural networks (2011)")
            .params(ACTIVATION, LEAK, ALPHA, THRESHOLD)
            .summary(values -> values.get(ACTIVATION).label())
            .fromAny(Shapes.NUMERIC, (values, in) -> Activations.check(values, ACTIVATION, in, Inferred.ok(in)))
            .inPlaceLayer((values, in) -> Dl4j.layer("ActivationLayer")
                    .set("activation", function(values))
                    .build());

    private ActivationLayer() {}

    /** The function by its name, or with its number where that is not the usual one. */
    private static Expr function(Values values) {
        Activation activation = values.get(ACTIVATION);
        return switch (activation) {
            case LEAKY_RELU -> numbered(activation, IMPL + "ActivationLReLU", values, LEAK);
            case ELU -> numbered(activation, Dl4j.KIT + "ScaledElu", values, ALPHA);
            case THRESHOLDED_RELU -> numbered(activation, IMPL + "ActivationThresholdedReLU", values, THRESHOLD);
            default -> activation.expr();
        };
    }

    private static Expr numbered(Activation activation, String type, Values values, Param<Double> number) {
        double value = values.get(number);
        return value == number.initial() ? activation.expr() : Expr.make(type, value);
    }
}
