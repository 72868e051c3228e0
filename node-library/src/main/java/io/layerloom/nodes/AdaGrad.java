package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Steps scaled by all gradients so far. */
final class AdaGrad {

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.01);

    private static final Param<Double> EPSILON = Rates.EPSILON.startingAt(1e-6);

    static final OptimizerType TYPE = new OptimizerType(
            "adagrad",
            "AdaGrad",
            "Divides each step by the size of all gradients that the weight has had, so that rarely used weights still learn. Slows down over time.",
            "Duchi, Hazan, Singer, Adaptive subgradient methods for online learning and stochastic optimization (2011)",
            LEARNING_RATE,
            List.of(LEARNING_RATE, EPSILON),
            1,
            Rates.updater("AdaGrad", (updater, values) -> updater.set("epsilon", values.get(EPSILON))));

    private AdaGrad() {}
}
