package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Layers that are left out for a while: what comes in passes through, as if a wire lay in their place. They stay in the drawing and in the file with all their settings, and are neither trained nor
 * exported. What does not fit behind them then is found by inference as anywhere else.
 */
public final class Bypass {

    private Bypass() {}

    /** Whether a layer is left out. */
    public static boolean is(Node node) {
        return node.values().get(LayerType.BYPASSED);
    }

    /** Whether any layer of a graph is left out. */
    static boolean isUsed(Graph graph) {
        return graph.nodes().values().stream().anyMatch(Bypass::is);
    }

    /** Why a layer cannot be left out, as a sentence; empty if it can. */
    public static Optional<String> refusal(Graph graph, NodeId id, Catalog catalog) {
        Node node = graph.node(id);
        Optional<LayerType> type = catalog.typeOf(node);
        if (BlockPorts.isPort(node)) {
            return Optional.of(
                    tr("\"%s\" is an end of the block that is open, so it cannot be bypassed.", node.name()));
        }
        if (type.filter(LayerType::isInput).isPresent()) {
            return Optional.of(tr(
                    "Nothing leads into \"%s\" that could pass through, so it cannot be bypassed. Delete it, or wire the layers behind it to another input.",
                    node.name()));
        }
        if (type.filter(LayerType::isOutput).isPresent()) {
            return Optional.of(tr(
                    "\"%s\" ends the network with the loss, so it cannot be bypassed. Delete it, or put another output in its place.",
                    node.name()));
        }
        if (type.filter(LayerType::isContest).isPresent()) {
            return Optional.of(tr(
                    "At \"%s\" a generator meets the data, so it cannot be bypassed. Delete it instead.", node.name()));
        }
        int wires = graph.into(id).size();
        return wires > 1
                ? Optional.of(tr(
                        "\"%s\" gets %,d inputs, so it is not clear which of them would pass through. Remove all wires but one, then bypass it.",
                        node.name(), wires))
                : Optional.empty();
    }

    /** The document without the layers that are left out; the very one if there are none. */
    static Document without(Document document) {
        return isUsed(document.graph()) ? document.with(without(document.graph())) : document;
    }

    /** The graph without the layers that are left out, and with wires in their place, in the same order; the very one if there are none. */
    static Graph without(Graph graph) {
        if (!isUsed(graph)) {
            return graph;
        }
        Set<NodeId> kept = new HashSet<>();
        graph.nodes().values().stream().filter(node -> !is(node)).map(Node::id).forEach(kept::add);
        Map<NodeId, Optional<NodeId>> sources = new HashMap<>();
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : graph.wires()) {
            if (kept.contains(wire.to())) {
                sources.computeIfAbsent(wire.from(), from -> source(graph, from))
                        .ifPresent(from -> wires.add(new Wire(from, wire.to(), wire.port())));
            }
        }
        return new Graph(graph.keeping(kept).nodes(), wires);
    }

    /** The layer whose result passes through to a node; empty where nothing leads in, or it feeds itself. */
    private static Optional<NodeId> source(Graph graph, NodeId start) {
        NodeId at = start;
        Set<NodeId> passed = new HashSet<>();
        while (is(graph.node(at))) {
            List<Wire> into = graph.into(at);
            if (into.size() != 1 || !passed.add(at)) {
                return Optional.empty();
            }
            at = into.get(0).from();
        }
        return Optional.of(at);
    }
}
