package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Adam with decoupled weight decay. */
final class AdamW {

    static final Param<Double> WEIGHT_DECAY = Param.real("weightDecay", 0.01, 0, 1)
            .label("Weight decay")
            .help(
                    "How strongly each step draws the weights toward zero, as a fraction of the learning rate. Biases are spared, and layers that have an L1 or L2 of their own.");

    private static final OptimizerType.Rule ADAM = Rates.updater("Adam", Adam::betas);

    static final OptimizerType TYPE = new OptimizerType(
            "adamw",
            "AdamW",
            "Adam that also shrinks all weights a little at each step, which fights overfitting better than L2 does with Adam.",
            "Loshchilov, Hutter, Decoupled weight decay regularization (2019)",
            Rates.LEARNING_RATE,
            List.of(Rates.LEARNING_RATE, WEIGHT_DECAY, Adam.BETA1, Adam.BETA2, Rates.EPSILON),
            (builder, values, rate) -> ADAM.apply(builder, values, rate).set("weightDecay", values.get(WEIGHT_DECAY)));

    private AdamW() {}
}
