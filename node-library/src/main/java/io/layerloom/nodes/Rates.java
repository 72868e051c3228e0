package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.function.BiFunction;

/** What the optimizers share. */
final class Rates {

    static final Param<Double> LEARNING_RATE = Param.real("learningRate", 0.001, 0, 100)
            .label("Learning rate")
            .help(
                    "How far each step goes. Too large and the loss jumps or explodes, too small and nothing seems to happen.");

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-8, 0, 1)
            .label("Epsilon")
            .help("A small number that keeps divisions from exploding; hardly ever worth changing.");

    private Rates() {}

    /** A rule that sets an updater whose own settings {@code rest} adds to its builder. */
    static OptimizerType.Rule updater(String name, BiFunction<Expr.Chain, Values, Expr.Chain> rest) {
        return (builder, values, rate) -> {
            String method = rate instanceof Expr.Lit ? "learningRate" : "learningRateSchedule";
            Expr.Chain updater =
                    Expr.chain(Expr.of(Dl4j.UPDATERS + name, "builder")).set(method, rate);
            return builder.set("updater", rest.apply(updater, values).build());
        };
    }
}
