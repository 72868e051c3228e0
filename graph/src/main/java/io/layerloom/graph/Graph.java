package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Nodes and wires: an immutable value whose methods answer changed copies. Always well formed: every wire joins nodes that exist, no input takes two wires, names are unique.
 * Cycles and misfits are allowed; {@link Inference} reports them.
 */
public record Graph(Map<NodeId, Node> nodes, List<Wire> wires) {

    /** No nodes. */
    public static final Graph EMPTY = new Graph(Map.of(), List.of());

    /**
     * A graph of these nodes and wires.
     *
     * @throws IllegalArgumentException if it would not be well formed
     */
    public Graph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        wires = List.copyOf(wires);
        requireUniqueNames(nodes);
        requireJoined(nodes, wires);
    }

    private static void requireUniqueNames(Map<NodeId, Node> nodes) {
        Set<String> names = new HashSet<>();
        nodes.forEach((id, node) -> {
            if (!node.id().equals(id) || !names.add(node.name())) {
                throw new IllegalArgumentException("Ids and names must be unique. Received: " + node.name());
            }
        });
    }

    private static void requireJoined(Map<NodeId, Node> nodes, List<Wire> wires) {
        Set<Map.Entry<NodeId, Integer>> taken = new HashSet<>();
        for (Wire wire : wires) {
            if (!nodes.containsKey(wire.from()) || !nodes.containsKey(wire.to()) || wire.port() < 0) {
                throw new IllegalArgumentException("A wire joins two nodes of the graph. Received: " + wire);
            }
            if (!taken.add(Map.entry(wire.to(), wire.port()))) {
                throw new IllegalArgumentException("An input takes one wire only. Received: " + wire);
            }
        }
    }

    /** The node of this id, if it is there. */
    public Optional<Node> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The node of this id, which must be there. */
    public Node node(NodeId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such node. Received: " + id));
    }

    /** The node of this name, if it is there. */
    public Optional<Node> named(String name) {
        return nodes.values().stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** The wires into a node in the order of its ports. */
    public List<Wire> into(NodeId id) {
        return wires.stream()
                .filter(wire -> wire.to().equals(id))
                .sorted(Comparator.comparingInt(Wire::port))
                .toList();
    }

    /** The wires out of a node. */
    public List<Wire> outOf(NodeId id) {
        return wires.stream().filter(wire -> wire.from().equals(id)).toList();
    }

    /** An id that no node has yet. */
    public NodeId freshId() {
        int next = nodes.size() + 1;
        while (nodes.containsKey(new NodeId("n" + next))) {
            next++;
        }
        return new NodeId("n" + next);
    }

    /** A name that no node has yet, made from a stem: {@code conv2d_1, conv2d_2 …}. */
    public String freshName(String stem) {
        return freshName(stem, names());
    }

    /** A name made from a stem that is not among the taken ones. */
    static String freshName(String stem, Set<String> taken) {
        // Names are at most 64 characters long; the number must fit behind the stem.
        String head = stem.substring(0, Math.min(stem.length(), 56));
        int next = 1;
        while (taken.contains(head + "_" + next)) {
            next++;
        }
        return head + "_" + next;
    }

    /** All names of nodes. */
    Set<String> names() {
        return nodes.values().stream().map(Node::name).collect(Collectors.toCollection(HashSet::new));
    }

    /** The graph with a node added or put in place of the one with its id. */
    public Graph with(Node node) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        copy.put(node.id(), node);
        return new Graph(copy, wires);
    }

    /** The graph with a wire added; a wire that lay in the same input gives way. */
    public Graph with(Wire wire) {
        List<Wire> copy = new ArrayList<>(wires);
        copy.removeIf(other -> other.to().equals(wire.to()) && other.port() == wire.port());
        copy.add(wire);
        return new Graph(nodes, copy);
    }

    /** The graph without a wire. */
    public Graph without(Wire wire) {
        return keeping(other -> !other.equals(wire));
    }

    /** The graph without some nodes and the wires that touch them. */
    public Graph without(Collection<NodeId> gone) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        Set<NodeId> dropped = Set.copyOf(gone);
        copy.keySet().removeAll(dropped);
        return new Graph(
                copy,
                wires.stream()
                        .filter(wire -> !dropped.contains(wire.from()) && !dropped.contains(wire.to()))
                        .toList());
    }

    private Graph keeping(Predicate<Wire> wanted) {
        return new Graph(nodes, wires.stream().filter(wanted).toList());
    }
}
