package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and wires: an immutable value whose methods answer changed copies. Always well formed: every wire joins nodes that exist, no input takes two wires, names are unique.
 * Cycles and misfits are allowed; {@link Inference} reports them.
 */
public final class Graph {

    /** No nodes. */
    public static final Graph EMPTY = new Graph(Map.of(), List.of());

    private final Map<NodeId, Node> nodes;
    private final Wiring wiring;

    /**
     * A graph of these nodes and wires.
     *
     * @throws IllegalArgumentException if it would not be well formed
     */
    public Graph(Map<NodeId, Node> nodes, List<Wire> wires) {
        this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        this.wiring = new Wiring(wires);
        requireUniqueNames(nodes);
        requireJoined(nodes, wires);
    }

    /** A graph that is known to be well formed. */
    private Graph(Map<NodeId, Node> nodes, Wiring wiring) {
        this.nodes = Collections.unmodifiableMap(nodes);
        this.wiring = wiring;
    }

    /** The wires with what can be asked of them; graphs of the same wires share it. */
    private static final class Wiring {
        private final List<Wire> wires;

        /** Found when they are first asked for; whoever is second finds the same. */
        private volatile @Nullable Ends ends;

        Wiring(List<Wire> wires) {
            this.wires = List.copyOf(wires);
        }

        Ends ends() {
            Ends known = ends;
            if (known == null) {
                known = Ends.of(wires);
                ends = known;
            }
            return known;
        }
    }

    private record Ends(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf) {
        static Ends of(List<Wire> wires) {
            Map<NodeId, List<Wire>> into = new HashMap<>();
            Map<NodeId, List<Wire>> outOf = new HashMap<>();
            for (Wire wire : wires) {
                into.computeIfAbsent(wire.to(), id -> new ArrayList<>(2)).add(wire);
                outOf.computeIfAbsent(wire.from(), id -> new ArrayList<>(2)).add(wire);
            }
            into.values().forEach(list -> list.sort(Comparator.comparingInt(Wire::port)));
            into.replaceAll((id, list) -> Collections.unmodifiableList(list));
            outOf.replaceAll((id, list) -> Collections.unmodifiableList(list));
            return new Ends(into, outOf);
        }
    }

    /** The nodes by their ids, in the order in which they came. */
    public Map<NodeId, Node> nodes() {
        return nodes;
    }

    /** The wires in the order in which they came. */
    public List<Wire> wires() {
        return wiring.wires;
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
                throw notJoined(wire);
            }
            if (!taken.add(Map.entry(wire.to(), wire.port()))) {
                throw new IllegalArgumentException("An input takes one wire only. Received: " + wire);
            }
        }
    }

    private static IllegalArgumentException notJoined(Wire wire) {
        return new IllegalArgumentException("A wire joins two nodes of the graph. Received: " + wire);
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
        return wiring.ends().into.getOrDefault(id, List.of());
    }

    /** The wires out of a node. */
    public List<Wire> outOf(NodeId id) {
        return wiring.ends().outOf.getOrDefault(id, List.of());
    }

    /** An id that no node has yet. */
    public NodeId freshId() {
        return freshIds(1).get(0);
    }

    /** As many ids as are asked for that no node has yet. */
    public List<NodeId> freshIds(int count) {
        List<NodeId> ids = new ArrayList<>();
        for (int next = nodes.size() + 1; ids.size() < count; next++) {
            NodeId id = new NodeId("n" + next);
            if (!nodes.containsKey(id)) {
                ids.add(id);
            }
        }
        return ids;
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

    /** Whether a name was made from a stem instead of being given by a person. */
    static boolean isFresh(String name, String stem) {
        String head = stem.substring(0, Math.min(stem.length(), 56)) + "_";
        return name.startsWith(head)
                && name.length() > head.length()
                && name.chars().skip(head.length()).allMatch(Character::isDigit);
    }

    /** All names of nodes. */
    Set<String> names() {
        return nodes.values().stream().map(Node::name).collect(Collectors.toCollection(HashSet::new));
    }

    /** The graph with a node added or put in place of the one with its id. */
    public Graph with(Node node) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        Node former = copy.put(node.id(), node);
        if (former == null || !former.name().equals(node.name())) {
            requireUniqueNames(copy);
        }
        return new Graph(copy, wiring);
    }

    /** The graph with some of its nodes changed, but for ids and names. */
    Graph with(Map<NodeId, Node> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        copy.putAll(changed);
        return new Graph(copy, wiring);
    }

    /** The graph with a wire added; a wire that lay in the same input gives way. */
    public Graph with(Wire wire) {
        if (!nodes.containsKey(wire.from()) || !nodes.containsKey(wire.to()) || wire.port() < 0) {
            throw notJoined(wire);
        }
        List<Wire> copy = new ArrayList<>(wires());
        copy.removeIf(other -> other.to().equals(wire.to()) && other.port() == wire.port());
        copy.add(wire);
        return new Graph(nodes, new Wiring(copy));
    }

    /** The graph with further nodes, and wires among them. */
    Graph plus(Map<NodeId, Node> more, List<Wire> among) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        copy.putAll(more);
        List<Wire> all = new ArrayList<>(wires());
        all.addAll(among);
        if (copy.size() < nodes.size() + more.size()) {
            return new Graph(copy, all);
        }
        requireUniqueNames(copy);
        requireJoined(more, among);
        return new Graph(copy, among.isEmpty() ? wiring : new Wiring(all));
    }

    /** The graph without a wire. */
    public Graph without(Wire wire) {
        return new Graph(nodes, keeping(other -> !other.equals(wire)));
    }

    /** The graph without some nodes and the wires that touch them. */
    public Graph without(Collection<NodeId> gone) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        Set<NodeId> dropped = Set.copyOf(gone);
        copy.keySet().removeAll(dropped);
        return new Graph(copy, keeping(wire -> !dropped.contains(wire.from()) && !dropped.contains(wire.to())));
    }

    /** The graph of some of its nodes, in the same order, with the wires among them. */
    Graph keeping(Set<NodeId> kept) {
        Map<NodeId, Node> left = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            if (kept.contains(id)) {
                left.put(id, node);
            }
        });
        return new Graph(left, keeping(wire -> kept.contains(wire.from()) && kept.contains(wire.to())));
    }

    private Wiring keeping(Predicate<Wire> wanted) {
        List<Wire> left = wires().stream().filter(wanted).toList();
        return left.size() == wires().size() ? wiring : new Wiring(left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Graph that && nodes.equals(that.nodes) && wires().equals(that.wires()));
    }

    @Override
    public int hashCode() {
        return 31 * nodes.hashCode() + wires().hashCode();
    }

    @Override
    public String toString() {
        return "Graph[nodes=" + nodes + ", wires=" + wires() + "]";
    }
}
