package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Param;
import io.layerloom.graph.Plateau;
import io.layerloom.graph.ScheduleType;
import java.util.List;
import java.util.Optional;

/** A learning rate that is lowered when validation no longer improves. */
final class PlateauRate {

    static final Param<Double> FACTOR = Param.real("factor", 0.5, 0.0001, 0.9999)
            .label("Factor")
            .help("What the rate is multiplied with when it is lowered.");

    static final Param<Integer> PATIENCE = Param.integer("patience", 2, 0, 10_000)
            .label("Patience")
            .help("Epochs without improvement that are still borne before the rate is lowered.");

    static final Param<Double> MIN_DELTA = Param.real("minDelta", 0.0001, 0, 1_000)
            .label("Least improvement")
            .help("By how much the validation loss must fall to count as an improvement.");

    static final Param<Double> FLOOR =
            Param.real("floor", 0, 0, 100).label("Lowest rate").help("The rate is never lowered below it.");

    static final ScheduleType TYPE = new ScheduleType(
            "plateau",
            "Reduce on plateau",
            "Keeps the rate while the validation loss falls, and multiplies it with the factor when that stops. Without a validation part it watches the training loss.",
            "Bengio, Practical recommendations for gradient-based training of deep architectures (2012)",
            List.of(FACTOR, PATIENCE, MIN_DELTA, FLOOR),
            (values, rate) -> new Expr.Lit(rate),
            (values, rate) -> Optional.of(new Plateau(
                    rate, values.get(FACTOR), values.get(PATIENCE), values.get(MIN_DELTA), values.get(FLOOR))));

    private PlateauRate() {}
}
