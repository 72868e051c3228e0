package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that warms up, then falls along half a cosine wave. */
final class CosineRate {

    static final Param<Integer> WARM_UP = Param.integer("warmUp", 0, 0, 1_000_000)
            .label("Warm-up")
            .help(
                    "How many epochs or steps the rate rises before it falls. Large networks and large batches start more calmly with some.");

    static final Param<Integer> LENGTH = Param.integer("length", 10, 1, 1_000_000_000)
            .label("Length")
            .help(
                    "After how many epochs or steps, with the warm-up, the lowest rate is reached; as a rule all of the training.");

    static final Param<Double> FLOOR =
            Param.real("floor", 0, 0, 100).label("Lowest rate").help("Where the rate ends and stays.");

    static final ScheduleType TYPE = new ScheduleType(
            "cosine",
            "Cosine with warm-up",
            "Rises in a straight line while t < warm-up, then falls along half a cosine wave: lowest + (rate − lowest) · (1 + cos(π · part)) ÷ 2.",
            "Loshchilov, Hutter, SGDR: stochastic gradient descent with warm restarts (2017)",
            List.of(WARM_UP, LENGTH, FLOOR, Schedules.UNIT),
            (values, rate) -> Schedules.makeOwn(
                    "CosineSchedule", values, rate, values.get(WARM_UP), values.get(LENGTH), values.get(FLOOR)));

    private CosineRate() {}
}
