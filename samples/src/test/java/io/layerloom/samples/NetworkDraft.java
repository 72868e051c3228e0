package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network on its way that writes itself from left to right, row below row: each layer goes behind the last one unless told otherwise, and gets its name from its kind and a number. Every
 * method for a layer answers its name.
 */
final class NetworkDraft {

    private final ProjectDraft draft = new ProjectDraft(NodeLibrary.CATALOG);
    private final Map<String, Integer> counts = new HashMap<>();
    private double column;
    private double row;
    private String tip = "";

    /** Goes on at this place. */
    NetworkDraft at(double nextColumn, double nextRow) {
        column = nextColumn;
        row = nextRow;
        return this;
    }

    /** Goes on at the begin of a row further down. */
    NetworkDraft down(double rows) {
        return at(0, row + rows);
    }

    double column() {
        return column;
    }

    double row() {
        return row;
    }

    /** The last layer. */
    String tip() {
        return tip;
    }

    /** A titled box behind the layers of some places, to say what they are together. */
    void frame(String title, double firstColumn, double firstRow, double columns, double rows) {
        draft.frame(title, firstColumn, firstRow, columns, rows);
    }

    /** Any layer behind the named ones, or behind the last one. */
    String add(String type, String name, Map<String, ?> settings, String... behind) {
        String numbered = name + counts.merge(name, 1, Integer::sum);
        String[] from = behind.length > 0 || tip.isEmpty() ? behind : new String[] {tip};
        draft.add(column, row, type, numbered, settings, from);
        column++;
        tip = numbered;
        return numbered;
    }

    String input(int height, int width, int channels) {
        return add("input", "image", Map.of("height", height, "width", width, "channels", channels));
    }

    /** What a convolution has beside its filters and its square kernel. */
    record Conv(int stride, String padding, int border, String activation, boolean bias) {

        static final Conv SAME = new Conv(1, "same", 1, "relu", true);
        static final Conv VALID = new Conv(1, "valid", 1, "relu", true);

        /** Without activation and bias, as in front of a batch normalization. */
        static final Conv BARE = new Conv(1, "same", 1, "linear", false);

        Conv stride(int steps) {
            return new Conv(steps, padding, border, activation, bias);
        }

        Conv border(int pixels) {
            return new Conv(stride, "explicit", pixels, activation, bias);
        }

        Conv activation(String function) {
            return new Conv(stride, padding, border, function, bias);
        }

        Map<String, Object> with(String key, Object value, int kernel) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put(key, value);
            all.put("kernel", List.of(kernel, kernel));
            all.put("stride", List.of(stride, stride));
            all.put("padding", padding);
            all.put("border", List.of(border, border));
            all.put("activation", activation);
            all.put("bias", bias);
            return all;
        }
    }

    String conv(int filters, int kernel, Conv how, String... behind) {
        return add("conv2d", "conv", how.with("filters", filters, kernel), behind);
    }

    String depthwise(int kernel, Conv how, String... behind) {
        return add("depthwise_conv2d", "depthwise", how.with("depthMultiplier", 1, kernel), behind);
    }

    /** Batch normalization, and ReLU behind it. */
    String normRelu(String... behind) {
        norm(behind);
        return relu();
    }

    String norm(String... behind) {
        return add("batch_norm", "norm", Map.of(), behind);
    }

    String relu(String... behind) {
        return add("activation", "relu", Map.of("activation", "relu"), behind);
    }

    /** Pooling without padding; {@code kind} is max or avg. */
    String pool(String kind, int window, int stride, String... behind) {
        return add(kind + "_pool2d", "pool", pooling(window, stride, "valid", 1), behind);
    }

    /** Pooling with padding at all sides, as {@code padding} says. */
    String poolPadded(String kind, int window, int stride, String padding, String... behind) {
        return add(kind + "_pool2d", "pool", pooling(window, stride, padding, 1), behind);
    }

    private static Map<String, Object> pooling(int window, int stride, String padding, int border) {
        return Map.of(
                "window",
                List.of(window, window),
                "stride",
                List.of(stride, stride),
                "padding",
                padding,
                "border",
                List.of(border, border));
    }

    String concat(String... behind) {
        return add("concatenate", "concat", Map.of(), behind);
    }

    String flatten() {
        return add("flatten", "flatten", Map.of());
    }

    String mean() {
        return add("global_pool", "mean", Map.of("operation", "average"));
    }

    String dense(int units, String activation) {
        return add("dense", "dense", Map.of("units", units, "activation", activation));
    }

    String dropout(double rate) {
        return add("dropout", "dropout", Map.of("rate", rate));
    }

    /** The end with softmax. */
    NetworkDraft classes(int classes) {
        add("output", "class", Map.of("units", classes));
        return this;
    }

    /** The drawing with nothing but itself: data and plan are up to whoever opens it. */
    Document drawn() {
        return draft.drawn();
    }

    /** The whole project, trained by Adam. */
    Document trainedOn(io.layerloom.graph.Component data, double learningRate, TrainingPlan plan) {
        return draft.trainedOn(data, learningRate, plan);
    }
}
