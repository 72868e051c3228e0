package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import java.util.List;

/** Steps that find their own size. */
final class AdaDelta {

    static final Param<Double> RHO = Param.real("rho", 0.95, 0, 0.9999)
            .label("Rho")
            .help("How slowly the measures of gradients and steps change.");

    private static final Param<Double> EPSILON = Rates.EPSILON.startingAt(1e-6);

    /** The method has none: its steps take their size from the steps before. */
    private static final Param<Double> NO_LEARNING_RATE =
            Rates.LEARNING_RATE.startingAt(1.0).shownWhen(values -> false);

    static final OptimizerType TYPE = new OptimizerType(
            "adadelta",
            "AdaDelta",
            "Takes the size of each step from the steps before it, so that it needs no learning rate; a schedule has no effect.",
            "Zeiler, ADADELTA: an adaptive learning rate method (2012)",
            NO_LEARNING_RATE,
            List.of(RHO, EPSILON),
            2,
            (builder, values, rate) -> builder.set(
                    "updater",
                    Expr.chain(Expr.of(Dl4j.UPDATERS + "AdaDelta", "builder"))
                            .set("rho", values.get(RHO))
                            .set("epsilon", values.get(EPSILON))
                            .build()));

    private AdaDelta() {}
}
