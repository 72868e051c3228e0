package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that rises once and then falls far below where it began. */
final class OneCycleRate {

    static final Param<Double> DIVISOR = Param.real("divisor", 25, 1, 1_000_000)
            .label("First divisor")
            .help(
                    "How many times smaller the first rate is than the highest; the last one is 10,000 times smaller than the first.");

    static final Param<Double> RISING =
            Param.real("rising", 0.3, 0, 1).label("Rising part").help("The part of the cycle in which the rate rises.");

    static final Param<Integer> LENGTH = Param.integer("length", 10, 1, 1_000_000_000)
            .label("Length")
            .help("How many epochs or steps the cycle takes; as a rule all of the training.");

    static final ScheduleType TYPE = new ScheduleType(
            "one_cycle",
            "One cycle",
            "Rises from rate ÷ divisor to the rate, then falls to a ten-thousandth of where it began, both along half a cosine wave. Lets training bear higher rates.",
            "Smith, Topin, Super-convergence: very fast training of neural networks using large learning rates (2018)",
            List.of(DIVISOR, RISING, LENGTH, Schedules.UNIT),
            (values, rate) -> Schedules.makeOwn(
                    "OneCycleSchedule", values, rate, values.get(DIVISOR), values.get(RISING), values.get(LENGTH)));

    private OneCycleRate() {}
}
