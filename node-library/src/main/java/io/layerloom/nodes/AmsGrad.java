package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Adam whose steps never grow again. */
final class AmsGrad {

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.001);

    static final OptimizerType TYPE = new OptimizerType(
            "amsgrad",
            "AMSGrad",
            "Adam that remembers the largest gradient measure so far, so that its steps never grow again.",
            "Reddi, Kale, Kumar, On the convergence of Adam and beyond (2018)",
            LEARNING_RATE,
            List.of(LEARNING_RATE, Adam.BETA1, Adam.BETA2, Rates.EPSILON),
            3,
            Rates.updater("AMSGrad", Adam::betas));

    private AmsGrad() {}
}
