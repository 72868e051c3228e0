package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that drops at regular intervals. */
final class StepRate {

    static final Param<Double> FACTOR =
            Param.real("factor", 0.5, 0.0001, 1).label("Factor").help("What the rate is multiplied with at each drop.");

    static final Param<Integer> EVERY = Param.integer("every", 5, 1, 1_000_000)
            .label("Every")
            .help("How many epochs or steps pass between two drops.");

    static final ScheduleType TYPE = new ScheduleType(
            "step",
            "Step",
            "Lowers the rate by a factor at regular intervals: rate · factor^⌊t ÷ every⌋.",
            "Goodfellow, Bengio, Courville, Deep Learning (2016), section 8.3",
            List.of(FACTOR, EVERY, Schedules.UNIT),
            (values, rate) ->
                    Schedules.make("StepSchedule", values, rate, values.get(FACTOR), (double) values.get(EVERY)));

    private StepRate() {}
}
