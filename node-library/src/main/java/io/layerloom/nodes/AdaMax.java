package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Adam with the largest instead of the mean squared gradient. */
final class AdaMax {

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.001);

    static final OptimizerType TYPE = new OptimizerType(
            "adamax",
            "AdaMax",
            "Adam that scales by the largest recent gradient instead of the typical one; steadier where a few gradients are huge, as with embeddings.",
            "Kingma, Ba, Adam: a method for stochastic optimization (2015), section 7",
            LEARNING_RATE,
            List.of(LEARNING_RATE, Adam.BETA1, Adam.BETA2, Rates.EPSILON),
            Rates.updater("AdaMax", Adam::betas));

    private AdaMax() {}
}
