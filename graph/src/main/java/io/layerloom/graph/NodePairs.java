package io.layerloom.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which layers of two networks are the same ones. What agrees in more is taken first, so that neither a layer under another name nor another project with ids of its own leads astray. */
public final class NodePairs {

    /** By what layers are the same, the surest first; each names at most one layer of a network. */
    private static final List<Function<Node, Object>> SIGNS = List.of(
            node -> List.of(node.id(), node.name(), node.type()),
            node -> List.of(node.name(), node.type()),
            node -> List.of(node.id(), node.type()),
            Node::name);

    private NodePairs() {}

    /** For each layer of the first network that the second has too, that one. */
    public static Map<NodeId, NodeId> of(Graph first, Graph second) {
        Map<NodeId, NodeId> pairs = new LinkedHashMap<>();
        Set<NodeId> taken = new HashSet<>();
        for (Function<Node, Object> sign : SIGNS) {
            Map<Object, NodeId> free = new HashMap<>();
            second.nodes().values().stream()
                    .filter(node -> !taken.contains(node.id()))
                    .forEach(node -> free.put(sign.apply(node), node.id()));
            for (Node node : first.nodes().values()) {
                NodeId partner = pairs.containsKey(node.id()) ? null : free.get(sign.apply(node));
                if (partner != null) {
                    pairs.put(node.id(), partner);
                    taken.add(partner);
                }
            }
        }
        return pairs;
    }
}
