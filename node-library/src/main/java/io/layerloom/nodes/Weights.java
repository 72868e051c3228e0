package io.layerloom.nodes;

import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.stream.Stream;

/** The settings that all layers with weights share. */
final class Weights {

    static final Param<Initializer> INITIALIZER = initializer(Initializer.GLOROT_UNIFORM);

    /** The same for layers of the kit, which start from another one. */
    static final Param<Initializer> INITIALIZER_OF_KIT = initializer(Initializer.GLOROT_NORMAL);

    static final Param<Double> SPREAD = Param.real("initialSpread", 0.05, 1e-6, 10)
            .label("Initial spread")
            .help(
                    "Standard deviation of the normal, or bound of the uniform distribution that the first weights come from.")
            .shownWhen(values -> values.get(INITIALIZER).hasSpread());

    static final Param<Boolean> BIAS = Param.flag("bias", true)
            .label("Bias")
            .help(
                    "Adds one learned constant to each output. Switch it off in front of a batch normalization, which has its own.");

    static final Param<Double> BIAS_INITIAL = Param.real("biasInitial", 0, -100, 100)
            .label("Initial bias")
            .help("The value of every bias before training; 0 unless there is a reason.")
            .shownWhen(values -> values.get(BIAS));

    static final Param<Double> L1 = Param.real("l1", 0, 0, 10)
            .label("L1")
            .help(
                    "Adds this times the sum of the weights' magnitudes to the loss, which drives useless weights to zero. 0 is off; try 0.00001.");

    static final Param<Double> L2 = Param.real("l2", 0, 0, 10)
            .label("L2")
            .help(
                    "Adds half of this times the sum of the squared weights to the loss, which keeps them small and fights overfitting. 0 is off; try 0.0001.");

    static final Param<Double> NOISE = Param.real("weightNoise", 0, 0, 10)
            .label("Weight noise")
            .help(
                    "The standard deviation of random noise that each training step adds to the weights, so that the network relies on none of them exactly. 0 is off; try 0.05.");

    private static final List<Param<?>> ALL = List.of(
            INITIALIZER, SPREAD, BIAS, BIAS_INITIAL, L1, L2, Constraint.KIND, Constraint.LEAST, Constraint.MOST, NOISE);

    private Weights() {}

    private static Param<Initializer> initializer(Initializer initial) {
        return Param.choice("initializer", initial)
                .label("Initializer")
                .help(
                        "How the weights are drawn before training. Glorot suits tanh and sigmoid, He suits ReLU, LeCun suits SELU.");
    }

    /** The settings of a layer's own, and those of its weights behind them. */
    static Param<?>[] after(Param<?>... own) {
        return Stream.concat(Stream.of(own), ALL.stream()).toArray(Param<?>[]::new);
    }

    /**
     * The layer's builder with everything that is set for its weights.
     *
     * @param axes the dimensions of the weights that lead to one unit or channel together
     */
    static Expr.Chain set(Expr.Chain layer, Values values, Integer... axes) {
        Expr.Chain chain = penalized(biased(initialized(layer, values), values), values);
        return shaken(Constraint.kept(chain, values, axes), values);
    }

    /** The settings of a layer that training leaves as it is: nothing draws at its weights or shakes them. */
    static Values unmoved(Values values) {
        return values.with(L1, 0.0).with(L2, 0.0).with(NOISE, 0.0).with(Constraint.KIND, Constraint.KIND.initial());
    }

    /** So many weights, and as many biases as there are outputs unless they are switched off. */
    static Count withBias(Values values, long weights, long biases, String formula) {
        return values.get(BIAS) ? Count.of(weights + biases, formula + " + " + biases) : Count.of(weights, formula);
    }

    /** The setting for the activation of a layer, starting from {@code initial}. */
    static Param<Activation> activation(Activation initial) {
        return Param.choice("activation", initial)
                .label("Activation")
                .help(
                        "The function applied to the result. Without one, stacked layers could only compute what a single layer can; ReLU is the usual choice.");
    }

    /** The layer's builder with initial weights. */
    static Expr.Chain initialized(Expr.Chain layer, Values values) {
        return initialized(layer, values, INITIALIZER);
    }

    private static Expr.Chain initialized(Expr.Chain layer, Values values, Param<Initializer> initializer) {
        return layer.set("weightInit", values.get(initializer).expr(values.get(SPREAD)));
    }

    /** A layer with initial weights, drawn as those of the kit are unless it is said otherwise, and with penalties. */
    static Expr.Chain ofKit(Expr.Chain layer, Values values) {
        return penalized(initialized(layer, values, INITIALIZER_OF_KIT), values);
    }

    /** The layer's builder with or without a bias, where the engine lets one choose. */
    static Expr.Chain biased(Expr.Chain layer, Values values) {
        return values.get(BIAS)
                ? layer.setIf(values.get(BIAS_INITIAL) != 0, "biasInit", values.get(BIAS_INITIAL))
                : layer.set("hasBias", false);
    }

    /** The layer's builder with the penalties that are switched on. */
    static Expr.Chain penalized(Expr.Chain layer, Values values) {
        return layer.setIf(values.get(L1) > 0, "l1", values.get(L1)).setIf(values.get(L2) > 0, "l2", values.get(L2));
    }

    /**
     * The layer's builder with the noise that is switched on. The engine's DropConnect, and noise as a factor, are not offered: they leave the gradient as it would be without them.
     */
    private static Expr.Chain shaken(Expr.Chain layer, Values values) {
        double deviation = values.get(NOISE);
        return layer.setIf(
                deviation > 0,
                "weightNoise",
                Expr.make(
                        Dl4j.CONF + "weightnoise.WeightNoise",
                        Expr.make(Dl4j.CONF + "distribution.NormalDistribution", 0.0, deviation)));
    }
}
