package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that falls with one over time. */
final class InverseTimeRate {

    static final Param<Double> DECAY = Param.real("decay", 0.1, 0, 1000)
            .label("Decay")
            .help("How fast the rate falls: after 1 ÷ decay epochs or steps it has halved, at power 1.");

    static final Param<Double> POWER = Param.real("power", 1, 0.1, 10)
            .label("Power")
            .help("1 falls with one over time, 0.5 with one over its square root.");

    static final ScheduleType TYPE = new ScheduleType(
            "inverse_time",
            "Inverse time",
            "Lowers the rate quickly at first, then ever more slowly: rate ÷ (1 + decay · t)^power.",
            "Robbins, Monro, A stochastic approximation method (1951)",
            List.of(DECAY, POWER, Schedules.UNIT),
            (values, rate) -> Schedules.make("InverseSchedule", values, rate, values.get(DECAY), values.get(POWER)));

    private InverseTimeRate() {}
}
