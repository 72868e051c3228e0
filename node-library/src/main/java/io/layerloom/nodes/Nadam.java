package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Adam with Nesterov's look ahead. */
final class Nadam {

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.001);

    static final OptimizerType TYPE = new OptimizerType(
            "nadam",
            "Nadam",
            "Adam that takes the gradient where the momentum is about to carry it.",
            "Dozat, Incorporating Nesterov momentum into Adam (2016)",
            LEARNING_RATE,
            List.of(LEARNING_RATE, Adam.BETA1, Adam.BETA2, Rates.EPSILON),
            Rates.updater("Nadam", Adam::betas));

    private Nadam() {}
}
