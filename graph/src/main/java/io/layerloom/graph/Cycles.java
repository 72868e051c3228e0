package io.layerloom.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The knots of a graph: the largest groups of nodes that all reach one another (Tarjan's algorithm on a stack of its own, so that long chains do not overflow). A group of one
 * node counts only if the node feeds itself.
 */
final class Cycles {

    private final Map<NodeId, List<NodeId>> after = new HashMap<>();
    private final Map<NodeId, Integer> number = new HashMap<>();
    private final Map<NodeId, Integer> lowest = new HashMap<>();
    private final ArrayDeque<NodeId> open = new ArrayDeque<>();
    private final Set<NodeId> isOpen = new LinkedHashSet<>();
    private final List<Set<NodeId>> knots = new ArrayList<>();

    private Cycles(Graph graph) {
        for (Wire wire : graph.wires()) {
            after.computeIfAbsent(wire.from(), id -> new ArrayList<>()).add(wire.to());
        }
    }

    /** The knots of a graph; {@code ordered} nodes are known to lie on none and are skipped. */
    static List<Set<NodeId>> knots(Graph graph, Set<NodeId> ordered) {
        Cycles search = new Cycles(graph);
        for (NodeId id : graph.nodes().keySet()) {
            if (!ordered.contains(id) && !search.number.containsKey(id)) {
                search.visit(id);
            }
        }
        return search.knots;
    }

    private record Visit(NodeId id, ArrayDeque<NodeId> left) {}

    private void visit(NodeId start) {
        ArrayDeque<Visit> path = new ArrayDeque<>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            Visit at = path.element();
            NodeId next = at.left().poll();
            if (next == null) {
                path.pop();
                leave(at.id());
                if (!path.isEmpty()) {
                    lower(path.element().id(), at.id(), lowest);
                }
            } else if (!number.containsKey(next)) {
                path.push(enter(next));
            } else if (isOpen.contains(next)) {
                lower(at.id(), next, number);
            }
        }
    }

    private Visit enter(NodeId id) {
        number.put(id, number.size());
        lowest.put(id, number.size() - 1);
        open.push(id);
        isOpen.add(id);
        return new Visit(id, new ArrayDeque<>(after.getOrDefault(id, List.of())));
    }

    private void lower(NodeId id, NodeId reached, Map<NodeId, Integer> by) {
        lowest.merge(id, by.getOrDefault(reached, Integer.MAX_VALUE), Math::min);
    }

    private void leave(NodeId id) {
        if (!Objects.equals(number.get(id), lowest.get(id))) {
            return;
        }
        Set<NodeId> knot = new LinkedHashSet<>();
        NodeId member;
        do {
            member = open.pop();
            isOpen.remove(member);
            knot.add(member);
        } while (!member.equals(id));
        if (knot.size() > 1 || after.getOrDefault(id, List.of()).contains(id)) {
            knots.add(knot);
        }
    }
}
