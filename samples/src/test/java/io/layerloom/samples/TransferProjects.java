package io.layerloom.samples;

import static io.layerloom.samples.SampleProjects.draft;
import static io.layerloom.samples.SampleProjects.plan;
import static io.layerloom.samples.SampleProjects.sample;

import io.layerloom.graph.Document;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.TrainingPlan.Split;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of which one goes on with what another one has learned. */
final class TransferProjects {
    private static final List<Integer> THREE = List.of(3, 3);

    private TransferProjects() {}

    /** Learns the digits from 0 to 4, of which there are many. */
    static Document low() {
        return digits("Learns strokes from the digits 0 to 4", "Which of the five", "shapes", "low", false)
                .trainedOn(sample("mnist_low"), 0.001, plan(3, 32, new Split(0.1, 0)));
    }

    /**
     * Learns the digits from 5 to 9 from ten pictures of each: Yosinski, Clune, Bengio, Lipson, How transferable are features in deep neural networks? (2014). What sees the strokes is kept,
     * what tells the digits apart is new.
     */
    static Document transfer() {
        TrainingPlan plan = plan(40, 10, new Split(0, 0)).withStart(Optional.of(TrainingPlan.SAMPLE + "mnist-low"));
        return digits(
                        "Frozen: strokes that mnist-low has learned",
                        "New: tells 5 to 9 apart",
                        "new_shapes",
                        "high",
                        true)
                .trainedOn(sample("mnist_high"), 0.002, plan);
    }

    private static ProjectDraft digits(String trunk, String head, String hidden, String output, boolean frozen) {
        return draft().frame(trunk, 0, 0, 4, 1)
                .frame(head, 0, 1.5, 4, 1)
                .add(0, 0, "input", "image", Map.of())
                .add(1, 0, "conv2d", "conv1", convolution(16, frozen), "image")
                .add(2, 0, "max_pool2d", "pool1", Map.of(), "conv1")
                .add(3, 0, "conv2d", "conv2", convolution(32, frozen), "pool1")
                .add(0, 1.5, "max_pool2d", "pool2", Map.of(), "conv2")
                .add(1, 1.5, "flatten", "flatten", Map.of(), "pool2")
                .add(2, 1.5, "dense", hidden, Map.of("units", 64), "flatten")
                .add(3, 1.5, "output", output, Map.of("units", 5), hidden);
    }

    private static Map<String, Object> convolution(int filters, boolean frozen) {
        return frozen
                ? Map.of("filters", filters, "kernel", THREE, "frozen", true)
                : Map.of("filters", filters, "kernel", THREE);
    }

    /** Learns from English reviews without their labels which word fits where. */
    static Document pretraining() {
        return words().add(3, 1.5, "token_output", "masked", Map.of("units", 1001), "norm")
                .trainedOn(
                        sample("sentiment_en"),
                        0.002,
                        plan(30, 32, new Split(0.1, 0.1)).withObjective(Objective.MASKED_TOKEN));
    }

    /** Learns from the same reviews, and their labels, whether the writer was pleased. */
    static Document finetuning() {
        return words().add(3, 1.5, "global_pool", "mean", Map.of("operation", "average"), "norm")
                .add(
                        4,
                        1.5,
                        "output",
                        "pleased",
                        Map.of("units", 1, "activation", "sigmoid", "loss", "binary_crossentropy"),
                        "mean")
                .trainedOn(
                        sample("sentiment_en"),
                        0.001,
                        plan(6, 32, new Split(0.1, 0.1))
                                .withStart(Optional.of(TrainingPlan.SAMPLE + "text-pretraining")));
    }

    private static ProjectDraft words() {
        Map<String, Object> block = Map.of("heads", 4, "feedForward", 128, "dropout", 0.1);
        return draft().frame("Each word gets 48 numbers, and its place 48 more that are added", 0, 0, 3, 1)
                .frame("Each word looks at all others", 0, 1.5, 3, 1)
                .add(0, 0, "input", "text", Map.of("kind", "tokens", "steps", 24, "vocabulary", 1001))
                .add(1, 0, "embedding", "embedding", Map.of("size", 48), "text")
                .add(2, 0, "positional_encoding", "places", Map.of("kind", "learned"), "embedding")
                .add(0, 1.5, "transformer_encoder", "block1", block, "places")
                .add(1, 1.5, "transformer_encoder", "block2", block, "block1")
                .add(2, 1.5, "layer_norm", "norm", Map.of(), "block2");
    }
}
