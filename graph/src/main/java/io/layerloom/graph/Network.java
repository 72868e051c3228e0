package io.layerloom.graph;

import java.util.List;

/**
 * A document ready to train: one expression for the engine and the exporter, with what both must know about its ends.
 *
 * @param configuration evaluates to the engine's graph configuration
 * @param inputs where data enters, in the engine's order
 * @param outputs where predictions leave, in the engine's order
 * @param parameters trainable numbers
 */
public record Network(Expr configuration, List<Input> inputs, List<Output> outputs, long parameters) {
    public Network {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** An entry: the node's name and the shape of one example. */
    public record Input(String name, Shape shape) {}

    /** An exit: the node's name, the shape of one prediction and how it wants its labels. */
    public record Output(String name, Shape shape, Labels.Format labels) {}
}
