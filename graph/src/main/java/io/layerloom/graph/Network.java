package io.layerloom.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document ready to train: one expression for the engine and the exporter, with what both must know about its ends.
 *
 * @param configuration evaluates to the engine's graph configuration
 * @param inputs where data enters, in the engine's order
 * @param outputs where predictions leave, in the engine's order
 * @param parameters trainable numbers
 * @param plateau when training lowers the learning rate by itself, if it does
 * @param sections for layers that were drawn within a block: the block, in words, by the name of the layer
 */
public record Network(
        Expr configuration,
        List<Input> inputs,
        List<Output> outputs,
        long parameters,
        Optional<Plateau> plateau,
        Map<String, String> sections) {
    public Network {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        sections = Map.copyOf(sections);
    }

    /** A network drawn without blocks. */
    public Network(
            Expr configuration, List<Input> inputs, List<Output> outputs, long parameters, Optional<Plateau> plateau) {
        this(configuration, inputs, outputs, parameters, plateau, Map.of());
    }

    /** The same network, of some of whose layers it is known in which block they were drawn. */
    Network with(Map<String, String> blocks) {
        return new Network(configuration, inputs, outputs, parameters, plateau, blocks);
    }

    /** A network whose learning rate is known before training begins. */
    public Network(Expr configuration, List<Input> inputs, List<Output> outputs, long parameters) {
        this(configuration, inputs, outputs, parameters, Optional.empty());
    }

    /** Where the data enter, or the first part of each pair. */
    public Input data() {
        return inputs.stream()
                .filter(input -> !input.code() && input.part() == LayerType.Part.FIRST)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No data enter the network."));
    }

    /**
     * An entry: the node's name and the shape of one example.
     *
     * @param code whether random numbers enter here instead of data
     * @param part which part of an example enters here, where they are pairs
     */
    public record Input(String name, Shape shape, boolean code, LayerType.Part part) {

        /** An entry for data that are no pairs. */
        public Input(String name, Shape shape) {
            this(name, shape, false, LayerType.Part.FIRST);
        }
    }

    /** An exit: the node's name, the shape of one prediction and how it wants its labels. */
    public record Output(String name, Shape shape, Labels.Format labels) {}
}
