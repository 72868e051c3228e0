package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.List;

/** Adam, and the settings that its relatives share with it. */
final class Adam {

    static final Param<Double> BETA1 = Param.real("beta1", 0.9, 0, 0.999999)
            .label("Beta 1")
            .help("How much of the former direction each step keeps; the momentum.");

    static final Param<Double> BETA2 = Param.real("beta2", 0.999, 0, 0.9999999)
            .label("Beta 2")
            .help("How slowly the measure of each weight's typical gradient changes.");

    static final OptimizerType TYPE = new OptimizerType(
            "adam",
            "Adam",
            "Gives each weight a step of its own size from the mean and the spread of its gradients. A good first choice.",
            "Kingma, Ba, Adam: a method for stochastic optimization (2015)",
            Rates.LEARNING_RATE,
            List.of(Rates.LEARNING_RATE, BETA1, BETA2, Rates.EPSILON),
            2,
            Rates.updater("Adam", Adam::betas));

    private Adam() {}

    /** The builder with both betas and epsilon. */
    static Expr.Chain betas(Expr.Chain updater, Values values) {
        return updater.set("beta1", values.get(BETA1))
                .set("beta2", values.get(BETA2))
                .set("epsilon", values.get(Rates.EPSILON));
    }
}
