package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The networks whose speed is compared with other libraries'; {@link SampleProjects#main} writes them. The programs for the others hold the same ones. */
final class BenchmarkProjects {

    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Object> CLASSES = Map.of("units", 10, "loss", "categorical_crossentropy");
    private static final List<Integer> ONE = List.of(1, 1);
    private static final List<Integer> TWO = List.of(2, 2);
    private static final List<Integer> THREE = List.of(3, 3);

    static final Map<String, Supplier<Document>> ALL = Map.of(
            "mlp", BenchmarkProjects::mlp,
            "cnn", BenchmarkProjects::cnn,
            "lstm", BenchmarkProjects::lstm,
            "resnet", BenchmarkProjects::resnet,
            "transformer", BenchmarkProjects::transformer);

    private BenchmarkProjects() {}

    private static Document mlp() {
        return trained(draft().add(0, 0, "input", "in", Map.of("kind", "vector", "size", 784))
                .add(1, 0, "dense", "hidden", Map.of("units", 128), "in")
                .add(2, 0, "output", "out", CLASSES, "hidden"));
    }

    private static Document cnn() {
        return trained(draft().add(0, 0, "input", "in", image(28, 1))
                .add(1, 0, "conv2d", "conv1", Map.of("filters", 32, "kernel", THREE), "in")
                .add(2, 0, "max_pool2d", "pool1", NONE, "conv1")
                .add(3, 0, "conv2d", "conv2", Map.of("filters", 64, "kernel", THREE), "pool1")
                .add(0, 1, "max_pool2d", "pool2", NONE, "conv2")
                .add(1, 1, "flatten", "flatten", NONE, "pool2")
                .add(2, 1, "dense", "hidden", Map.of("units", 64), "flatten")
                .add(3, 1, "output", "out", CLASSES, "hidden"));
    }

    private static Document lstm() {
        return trained(draft().add(0, 0, "input", "in", Map.of("kind", "sequence", "steps", 28, "features", 28))
                .add(1, 0, "lstm", "lstm", Map.of("units", 64), "in")
                .add(2, 0, "global_pool", "mean", Map.of("operation", "average"), "lstm")
                .add(3, 0, "output", "out", CLASSES, "mean"));
    }

    /** He et al., Deep residual learning for image recognition (2016), section 4.2, with two blocks a stage and projections where the size changes. */
    private static Document resnet() {
        ProjectDraft net = draft().add(0, 0, "input", "in", image(32, 3));
        convolve(net, 1, 0, "stem", THREE, 16, 1, "in");
        net.add(3, 0, "activation", "stem_relu", Map.of("activation", "relu"), "stem_norm");
        String before = "stem_relu";
        int row = 1;
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 0; block < 2; block++) {
                String name = "s" + (stage + 1) + "b" + (block + 1);
                boolean smaller = stage > 0 && block == 0;
                residual(net, 2 * row++, name, 16 << stage, smaller ? 2 : 1, before);
                before = name + "_out";
            }
        }
        return trained(net.add(0, 2 * row, "global_pool", "mean", Map.of("operation", "average"), before)
                .add(1, 2 * row, "output", "out", CLASSES, "mean"));
    }

    /** Two encoder blocks that normalize before each part, 128 wide, with four heads. */
    private static Document transformer() {
        Map<String, Object> block = Map.of("heads", 4, "feedForward", 512, "dropout", 0.0, "attentionDropout", 0.0);
        return trained(draft().add(0, 0, "input", "in", Map.of("kind", "sequence", "steps", 64, "features", 128))
                .add(1, 0, "transformer_encoder", "block1", block, "in")
                .add(2, 0, "transformer_encoder", "block2", block, "block1")
                .add(3, 0, "layer_norm", "norm", NONE, "block2")
                .add(0, 1, "global_pool", "mean", Map.of("operation", "average"), "norm")
                .add(1, 1, "output", "out", CLASSES, "mean"));
    }

    private static void residual(ProjectDraft net, int row, String name, int filters, int stride, String before) {
        convolve(net, 0, row, name + "_1", THREE, filters, stride, before);
        net.add(2, row, "activation", name + "_relu", Map.of("activation", "relu"), name + "_1_norm");
        convolve(net, 3, row, name + "_2", THREE, filters, 1, name + "_relu");
        String shortcut = before;
        if (stride > 1) {
            convolve(net, 0, row + 1, name + "_skip", ONE, filters, stride, before);
            shortcut = name + "_skip_norm";
        }
        net.add(5, row, "add", name + "_sum", NONE, name + "_2_norm", shortcut)
                .add(6, row, "activation", name + "_out", Map.of("activation", "relu"), name + "_sum");
    }

    private static void convolve(
            ProjectDraft net,
            int column,
            int row,
            String name,
            List<Integer> kernel,
            int filters,
            int stride,
            String before) {
        Map<String, Object> settings = Map.of(
                "filters",
                filters,
                "kernel",
                kernel,
                "stride",
                stride == 2 ? TWO : ONE,
                "padding",
                "same",
                "activation",
                "linear",
                "bias",
                false);
        net.add(column, row, "conv2d", name, settings, before)
                .add(column + 1, row, "batch_norm", name + "_norm", NONE, name);
    }

    private static Map<String, Object> image(int side, int channels) {
        return Map.of("kind", "image", "height", side, "width", side, "channels", channels);
    }

    private static ProjectDraft draft() {
        return new ProjectDraft(NodeLibrary.CATALOG);
    }

    private static Document trained(ProjectDraft draft) {
        return draft.trained(0.001, TrainingPlan.INITIAL.withEpochs(1).withBatchSize(64));
    }
}
