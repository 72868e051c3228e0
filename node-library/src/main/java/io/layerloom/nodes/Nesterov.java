package io.layerloom.nodes;

import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Gradient descent with Nesterov's momentum. */
final class Nesterov {

    static final Param<Double> MOMENTUM = Param.real("momentum", 0.9, 0, 0.9999)
            .label("Momentum")
            .help(
                    "How much of the former step is carried on into the next. 0.9 makes steps up to ten times as long where the direction stays the same.");

    private static final Param<Double> LEARNING_RATE = Rates.LEARNING_RATE.startingAt(0.01);

    static final OptimizerType TYPE = new OptimizerType(
            "nesterov",
            "SGD with Nesterov momentum",
            "Gradient descent that gathers speed along steady directions and looks ahead before it turns.",
            "Sutskever, Martens, Dahl, Hinton, On the importance of initialization and momentum in deep learning (2013)",
            LEARNING_RATE,
            List.of(LEARNING_RATE, MOMENTUM),
            1,
            Rates.updater("Nesterovs", (updater, values) -> updater.set("momentum", values.get(MOMENTUM))));

    private Nesterov() {}
}
