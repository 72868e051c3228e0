package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that shrinks by the same factor all the time. */
final class ExponentialRate {

    static final Param<Double> FACTOR = Param.real("factor", 0.9, 0.0001, 1)
            .label("Factor")
            .help(
                    "What the rate is multiplied with after each epoch or step. Close to 1 for steps: 0.999 halves it in 700.");

    static final ScheduleType TYPE = new ScheduleType(
            "exponential",
            "Exponential",
            "Shrinks the rate by the same factor each time: rate · factor^t.",
            "Goodfellow, Bengio, Courville, Deep Learning (2016), section 8.3",
            List.of(FACTOR, Schedules.UNIT),
            (values, rate) -> Schedules.make("ExponentialSchedule", values, rate, values.get(FACTOR)));

    private ExponentialRate() {}
}
