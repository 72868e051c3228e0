package io.layerloom.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes lie on a cycle, as against those that only come after one. */
final class Cycles {

    private Cycles() {}

    /** The nodes that can reach themselves, in the order of the graph; {@code ordered} nodes cannot and are skipped. */
    static Set<NodeId> nodesOn(Graph graph, Set<NodeId> ordered) {
        Map<NodeId, Integer> ahead = new HashMap<>();
        Set<NodeId> left = new LinkedHashSet<>(graph.nodes().keySet());
        left.removeAll(ordered);
        // Peel nodes without a successor among the rest: what stays lies on a cycle or between two.
        boolean peeled = true;
        while (peeled) {
            ahead.clear();
            for (Wire wire : graph.wires()) {
                if (left.contains(wire.from()) && left.contains(wire.to())) {
                    ahead.merge(wire.from(), 1, Integer::sum);
                }
            }
            List<NodeId> ends =
                    left.stream().filter(id -> !ahead.containsKey(id)).toList();
            ends.forEach(left::remove);
            peeled = !ends.isEmpty();
        }
        return left;
    }
}
