package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** A learning rate that slides down around one moment. */
final class SigmoidRate {

    static final Param<Integer> HALFWAY = Param.integer("halfway", 5, 1, 1_000_000)
            .label("Halfway")
            .help("After how many epochs or steps the rate has halved.");

    static final Param<Double> STEEPNESS = Param.real("steepness", 1, 0.000001, 100)
            .label("Steepness")
            .help("How sudden the slide is: with 1 it takes about four epochs or steps, with 0.01 about four hundred.");

    static final ScheduleType TYPE = new ScheduleType(
            "sigmoid",
            "Sigmoid",
            "Holds the rate, then slides down around one moment: rate ÷ (1 + e^(steepness · (t − halfway))).",
            "Jia et al., Caffe: convolutional architecture for fast feature embedding (2014)",
            List.of(HALFWAY, STEEPNESS, Schedules.UNIT),
            // The engine's curve rises for a positive gamma.
            (values, rate) ->
                    Schedules.make("SigmoidSchedule", values, rate, -values.get(STEEPNESS), values.get(HALFWAY)));

    private SigmoidRate() {}
}
