package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.graph.Objective;
import io.layerloom.nodes.NodeLibrary;
import java.util.List;
import java.util.Map;

/** Networks of two Inputs whose examples are compared or put together. */
final class PairProjects {

    private static final Map<String, Object> NONE = Map.of();

    private PairProjects() {}

    /**
     * Koch, Zemel, Salakhutdinov, Siamese neural networks for one-shot image recognition (2015), in small: two convolutions with pooling instead of four and 64 numbers for a picture instead of 4096; the
     * rest is as there, with the sigmoid in front of the difference and behind its weights.
     */
    static Document siamese() {
        return new ProjectDraft(NodeLibrary.CATALOG)
                .frame("Two digits", 0, 0, 1, 2)
                .frame("Twins: both digits go through the same layers, with the very same weights", 1, 0.5, 5, 1)
                .frame("Still twins: 64 numbers for each digit", 0, 2.8, 2, 1)
                .frame("Apart again: which of the 64 differ, and how much does each count?", 2, 2.3, 3, 2)
                .add(0, 0, "input", "first", NONE)
                .add(0, 1, "input", "second", Map.of("part", "second"))
                .add(1, 0.5, "stack", "twins", NONE, "first", "second")
                .add(2, 0.5, "conv2d", "conv1", conv(16), "twins")
                .add(3, 0.5, "max_pool2d", "pool1", NONE, "conv1")
                .add(4, 0.5, "conv2d", "conv2", conv(32), "pool1")
                .add(5, 0.5, "max_pool2d", "pool2", NONE, "conv2")
                .add(0, 2.8, "flatten", "flatten", NONE, "pool2")
                .add(1, 2.8, "dense", "code", Map.of("units", 64, "activation", "sigmoid"), "flatten")
                .add(2, 2.3, "unstack", "first_code", Map.of("which", 1), "code")
                .add(2, 3.3, "unstack", "second_code", Map.of("which", 2), "code")
                .add(3, 2.8, "absolute_difference", "difference", NONE, "first_code", "second_code")
                .add(4, 2.8, "output", "same", SampleProjects.YES_OR_NO, "difference")
                .trainedOn(
                        SampleProjects.sample("mnist"),
                        0.002,
                        SampleProjects.falling(SampleProjects.plan(8, 32, SampleProjects.DIGITS))
                                .withObjective(Objective.SAME_CLASS));
    }

    private static Map<String, Object> conv(int filters) {
        return Map.of("filters", filters, "kernel", List.of(5, 5));
    }
}
