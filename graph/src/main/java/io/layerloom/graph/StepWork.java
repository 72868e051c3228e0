package io.layerloom.graph;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one step of training asks of a machine, by kinds of work that each go at a speed of their own: a machine does so many multiply-adds of convolutions in a second, and others of recurrent layers.
 *
 * @param amounts how much there is of each kind that occurs
 */
public record StepWork(Map<Kind, Double> amounts) {

    /** A network of more layers than this has no predicted time, as writing its blocks out would hold up the window. */
    private static final int MOST_LAYERS = 2_000;

    /** A kind of work. */
    public enum Kind {
        /** What a step costs however small the network: counted once. */
        STEP,
        /** What each layer costs in a step however little it computes: layers. */
        LAYERS,
        /** Changing the weights: trainable numbers. */
        WEIGHTS,
        /** Multiply-adds of convolutions, forward. */
        CONVOLUTION,
        /** Multiply-adds of recurrent layers, forward. */
        RECURRENT,
        /** Multiply-adds of attention, forward. */
        ATTENTION,
        /** Multiply-adds of all other layers, forward. */
        DENSE,
        /** Numbers that layers other than those below give, which must be written and read. */
        NUMBERS,
        /** Numbers that attention gives, most of which a softmax, a normalization or a GELU makes: in a narrow layer they take longer than its multiply-adds. */
        ATTENTION_NUMBERS,
        /** Numbers that an output gives each of which is yes or no by itself, as the pixels of an autoencoder are: a sigmoid and two logarithms each. */
        BINARY_NUMBERS
    }

    public StepWork {
        amounts = Map.copyOf(amounts);
    }

    /** What each layer of the drawing asks in batches of a size, a block as a whole; without {@link Kind#STEP}, which is no layer's. Empty for a network that is too large to be written out. */
    public static Map<NodeId, StepWork> byNode(Document document, Inference inference, Catalog catalog, int batch) {
        Graph graph = document.graph();
        if (!Expansion.isNeeded(graph)) {
            return sums(Bypass.without(graph), inference, catalog, batch);
        }
        if (Expansion.layers(graph, catalog) > MOST_LAYERS) {
            return Map.of();
        }
        Graph flat = Expansion.of(graph, catalog).graph();
        return sums(flat, Inference.of(flat, catalog), catalog, batch);
    }

    private static Map<NodeId, StepWork> sums(Graph graph, Inference inference, Catalog catalog, int batch) {
        Map<NodeId, StepWork> all = new LinkedHashMap<>();
        Set<NodeId> trained = TrainingMemory.trained(inference);
        for (Node node : graph.nodes().values()) {
            LayerType type = catalog.typeOf(node).orElse(null);
            if (type != null && !type.isInput() && !BlockPorts.isPort(node) && trained.contains(node.id())) {
                all.merge(
                        Expansion.outermost(node), of(node, type, inference.report(node.id()), batch), StepWork::plus);
            }
        }
        return all;
    }

    private static StepWork of(Node node, LayerType type, Inference.Report report, int batch) {
        Map<Kind, Double> amounts = new EnumMap<>(Kind.class);
        amounts.put(Kind.LAYERS, 1.0);
        amounts.put(Kind.WEIGHTS, (double) report.count().trainable());
        amounts.put(kind(type), (double) batch * report.multiplyAdds());
        amounts.put(
                numbers(node, type, report), (double) batch * report.footprint().remembered());
        return new StepWork(amounts);
    }

    private static Kind kind(LayerType type) {
        return switch (type.category()) {
            case CONVOLUTION -> Kind.CONVOLUTION;
            case RECURRENT -> Kind.RECURRENT;
            case ATTENTION -> Kind.ATTENTION;
            default -> Kind.DENSE;
        };
    }

    /** What kind of numbers a layer gives. */
    private static Kind numbers(Node node, LayerType type, Inference.Report report) {
        Optional<Labels.Format> labels = type.output()
                .flatMap(rule -> report.output().map(out -> rule.format().apply(node.values(), out)));
        if (labels.filter(Labels.Format.BINARY::equals).isPresent()) {
            return Kind.BINARY_NUMBERS;
        }
        return kind(type) == Kind.ATTENTION ? Kind.ATTENTION_NUMBERS : Kind.NUMBERS;
    }

    /** The work of a whole step. */
    public static StepWork of(Map<NodeId, StepWork> layers) {
        return layers.values().stream().reduce(new StepWork(Map.of(Kind.STEP, 1.0)), StepWork::plus);
    }

    /** Both together. */
    public StepWork plus(StepWork other) {
        Map<Kind, Double> sum = new EnumMap<>(Kind.class);
        sum.putAll(amounts);
        other.amounts.forEach((kind, amount) -> sum.merge(kind, amount, Double::sum));
        return new StepWork(sum);
    }
}
