package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Plain gradient descent on mini-batches. */
final class Sgd {

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.01);

    static final OptimizerType TYPE = new OptimizerType(
            "sgd",
            "SGD",
            "Goes straight down the gradient. The plainest method: good for understanding, and with a well chosen rate for training.",
            "Robbins, Monro, A stochastic approximation method (1951)",
            LEARNING_RATE,
            List.of(LEARNING_RATE),
            0,
            Rates.updater("Sgd", (updater, values) -> updater));

    private Sgd() {}
}
