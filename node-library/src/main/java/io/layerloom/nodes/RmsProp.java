package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Steps scaled by the recent size of each gradient. */
final class RmsProp {

    static final Param<Double> DECAY = Param.real("decay", 0.9, 0, 0.9999)
            .label("Decay")
            .help("How slowly the measure of each weight's typical gradient changes.");

    static final OptimizerType TYPE = new OptimizerType(
            "rmsprop",
            "RMSProp",
            "Divides each step by the recent size of that weight's gradient. A classic for recurrent networks.",
            "Tieleman, Hinton, Lecture 6.5 of Neural networks for machine learning (2012)",
            Rates.LEARNING_RATE,
            List.of(Rates.LEARNING_RATE, DECAY, Rates.EPSILON),
            1,
            Rates.updater(
                    "RmsProp",
                    (updater, values) ->
                            updater.set("rmsDecay", values.get(DECAY)).set("epsilon", values.get(Rates.EPSILON))));

    private RmsProp() {}
}
