package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** The same learning rate throughout. */
final class ConstantRate {

    static final ScheduleType TYPE = new ScheduleType(
            "constant",
            "Constant",
            "Keeps the learning rate as it is.",
            "",
            List.of(),
            (values, rate) -> new Expr.Lit(rate));

    private ConstantRate() {}
}
