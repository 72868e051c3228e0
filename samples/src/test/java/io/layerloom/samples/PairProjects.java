package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import java.util.List;
import java.util.Map;

/** Networks of two Inputs whose examples are compared or put together. */
final class PairProjects {

    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Object> CODE = Map.of("units", 64, "activation", "tanh");

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

    private static Map<String, Object> seeing(int filters) {
        return Map.of("filters", filters, "kernel", List.of(5, 5), "padding", "same");
    }

    private static Map<String, Object> conv(int filters) {
        return Map.of("filters", filters, "kernel", List.of(5, 5));
    }

    /**
     * Antol et al., VQA: Visual question answering (2015), in small: numbers for the picture and numbers for the question, multiplied place by place, as in their best network; the question is two words in a table
     * instead of a sentence.
     */
    static Document questions() {
        return new ProjectDraft(NodeLibrary.CATALOG)
                .frame("The picture: which shapes are there, wherever they lie?", 0, 0, 4, 2)
                .frame("The question: which shape, of which colour?", 2, 2.5, 2, 1)
                .frame("Neither alone tells: what is there, as far as it is asked for", 4, 1.5, 3, 1)
                .add(0, 0, "input", "picture", Map.of("height", 28, "width", 28, "channels", 3))
                .add(1, 0, "conv2d", "conv1", seeing(24), "picture")
                .add(2, 0, "batch_norm", "norm1", NONE, "conv1")
                .add(3, 0, "max_pool2d", "pool1", NONE, "norm1")
                .add(0, 1, "conv2d", "conv2", seeing(48), "pool1")
                .add(1, 1, "batch_norm", "norm2", NONE, "conv2")
                .add(2, 1, "global_pool", "found", Map.of("operation", "maximum"), "norm2")
                .add(3, 1, "dense", "picture_code", CODE, "found")
                .add(2, 2.5, "input", "question", Map.of("kind", "vector", "size", 6, "part", "second"))
                .add(3, 2.5, "dense", "question_code", CODE, "question")
                .add(4, 1.5, "multiply", "together", NONE, "picture_code", "question_code")
                .add(5, 1.5, "dense", "hidden", Map.of("units", 32), "together")
                .add(6, 1.5, "output", "answer", SampleProjects.YES_OR_NO, "hidden")
                .trainedOn(
                        SampleProjects.sample("shape_questions"),
                        0.003,
                        SampleProjects.falling(SampleProjects.plan(14, 32, new TrainingPlan.Split(0.1, 0.1)), 0.85));
    }
}
