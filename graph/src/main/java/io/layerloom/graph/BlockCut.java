package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Some layers about to become a block: which wires lead in and out, whether that makes a block, and the document with it. */
final class BlockCut {

    /** How far the ends stand from what lies within. */
    private static final double BESIDE = 260;

    private final Graph graph;
    private final Set<NodeId> chosen;

    BlockCut(Graph graph, Collection<NodeId> chosen) {
        this.graph = graph;
        this.chosen = new LinkedHashSet<>(chosen);
        this.chosen.removeIf(id -> graph.find(id).isEmpty());
    }

    Optional<String> refusal(Catalog catalog) {
        if (chosen.isEmpty()) {
            return Optional.of(tr("No layers are selected. Select those that the block is to hold."));
        }
        for (NodeId id : chosen) {
            Optional<String> intruder = BlockEdits.intruder(graph.node(id), catalog);
            if (intruder.isPresent()) {
                return intruder;
            }
        }
        List<NodeId> exits = exits();
        if (exits.size() != 1) {
            return Optional.of(
                    exits.isEmpty()
                            ? tr("Nothing leads out of these layers, but a block has one output.")
                            : tr(
                                    "%d of these layers (%s) lead out, but a block has one output. Select on to where they meet, or join them first.",
                                    exits.size(), names(exits)));
        }
        if (sources().isEmpty() && loose().size() != 1) {
            return Optional.of(
                    tr(
                            "Nothing leads into these layers, but a block has at least one input. Wire the first of them, then select them again."));
        }
        return between()
                .map(id -> tr(
                        "\"%s\" lies between these layers, so the block would feed itself. Select it too.",
                        graph.node(id).name()));
    }

    private String names(List<NodeId> ids) {
        String names = ids.stream().limit(3).map(id -> graph.node(id).name()).collect(Collectors.joining(", "));
        return ids.size() > 3 ? names + " …" : names;
    }

    /** The layers that lead out; where none does, those at which a way ends. */
    private List<NodeId> exits() {
        List<NodeId> leading = inOrder().stream()
                .filter(id -> graph.outOf(id).stream().anyMatch(wire -> !chosen.contains(wire.to())))
                .toList();
        return leading.isEmpty()
                ? inOrder().stream().filter(id -> graph.outOf(id).isEmpty()).toList()
                : leading;
    }

    private List<NodeId> inOrder() {
        return graph.nodes().keySet().stream().filter(chosen::contains).toList();
    }

    /** The layers outside that lead in, in the order of the wires; each becomes one input. */
    private List<NodeId> sources() {
        return graph.wires().stream()
                .filter(this::leadsIn)
                .map(Wire::from)
                .distinct()
                .toList();
    }

    private boolean leadsIn(Wire wire) {
        return chosen.contains(wire.to()) && !chosen.contains(wire.from());
    }

    /** Layers into which nothing leads. */
    private List<NodeId> loose() {
        return inOrder().stream().filter(id -> graph.into(id).isEmpty()).toList();
    }

    /** A layer outside that lies on a way from one of the layers to another. */
    private Optional<NodeId> between() {
        Set<NodeId> behind = new HashSet<>();
        ArrayDeque<NodeId> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            for (Wire wire : graph.outOf(open.remove())) {
                if (!chosen.contains(wire.to()) && behind.add(wire.to())) {
                    open.add(wire.to());
                }
            }
        }
        return sources().stream().filter(behind::contains).findFirst();
    }

    /** The document with a block in place of the layers. */
    Document cut(Document document, NodeId id, String name) {
        Ends ends = new Ends();
        Block block = new Block(name, body(document, ends), List.of());
        String called = graph.freshName(name);
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes().values()) {
            if (!chosen.contains(node.id())) {
                nodes.put(node.id(), node);
            } else if (!nodes.containsKey(id)) {
                nodes.put(id, new Node(id, called, Values.EMPTY, block));
            }
        }
        List<NodeId> sources = sources();
        Set<Wire> wires = new LinkedHashSet<>();
        for (Wire wire : graph.wires()) {
            boolean from = chosen.contains(wire.from());
            if (from && !chosen.contains(wire.to())) {
                wires.add(new Wire(id, wire.to(), wire.port()));
            } else if (leadsIn(wire)) {
                wires.add(new Wire(wire.from(), id, sources.indexOf(wire.from())));
            } else if (!from) {
                wires.add(wire);
            }
        }
        Point at = middle(document.layout());
        return document.with(document.layout().without(chosen))
                .with(new Graph(nodes, List.copyOf(wires)))
                .with(document.layout().without(chosen).with(Map.of(id, at)));
    }

    private Point middle(Layout layout) {
        double left =
                chosen.stream().mapToDouble(each -> layout.of(each).x()).min().orElse(0);
        double right =
                chosen.stream().mapToDouble(each -> layout.of(each).x()).max().orElse(0);
        double top =
                chosen.stream().mapToDouble(each -> layout.of(each).y()).min().orElse(0);
        double bottom =
                chosen.stream().mapToDouble(each -> layout.of(each).y()).max().orElse(0);
        return new Point(Math.rint((left + right) / 2), Math.rint((top + bottom) / 2));
    }

    /** The ends of the drawing within. */
    private final class Ends {
        private final Map<NodeId, Node> inputs = new LinkedHashMap<>();
        private final Node output;

        Ends() {
            Set<NodeId> ids = new HashSet<>(chosen);
            Set<String> names = chosen.stream().map(id -> graph.node(id).name()).collect(Collectors.toSet());
            List<NodeId> sources = sources();
            List<NodeId> keys = sources.isEmpty() ? loose() : sources;
            for (NodeId source : keys) {
                inputs.put(source, port(BlockPorts.INPUT, keys.size() == 1 ? "in" : "in_1", ids, names));
            }
            output = port(BlockPorts.OUTPUT, "out", ids, names);
        }

        private static Node port(LayerType type, String name, Set<NodeId> ids, Set<String> names) {
            int next = ids.size() + 1;
            while (!ids.add(new NodeId("n" + next))) {
                next++;
            }
            String free = names.contains(name) ? Graph.freshName(name.replaceFirst("_\\d+$", ""), names) : name;
            names.add(free);
            return new Node(new NodeId("n" + next), type.id(), free, Values.EMPTY);
        }
    }

    private Document body(Document document, Ends ends) {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        ends.inputs.values().forEach(port -> nodes.put(port.id(), port));
        inOrder().forEach(id -> nodes.put(id, graph.node(id)));
        nodes.put(ends.output.id(), ends.output);
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : graph.wires()) {
            if (leadsIn(wire)) {
                Node port = ends.inputs.get(wire.from());
                wires.add(new Wire(port == null ? wire.from() : port.id(), wire.to(), wire.port()));
            } else if (chosen.contains(wire.from()) && chosen.contains(wire.to())) {
                wires.add(wire);
            }
        }
        if (sources().isEmpty()) {
            ends.inputs.forEach((loose, port) -> wires.add(0, new Wire(port.id(), loose, 0)));
        }
        wires.add(new Wire(exits().get(0), ends.output.id(), 0));
        return new Document(
                new Graph(nodes, wires),
                layout(document.layout(), ends),
                TrainingPlan.INITIAL,
                kept(document.unknown(), wires));
    }

    private Layout layout(Layout layout, Ends ends) {
        Map<NodeId, Point> places = new HashMap<>();
        double left =
                chosen.stream().mapToDouble(each -> layout.of(each).x()).min().orElse(0);
        double right =
                chosen.stream().mapToDouble(each -> layout.of(each).x()).max().orElse(0);
        ends.inputs.forEach(
                (source, port) -> places.put(port.id(), new Point(left - BESIDE, firstFed(layout, source))));
        spread(places, ends);
        places.put(
                ends.output.id(),
                new Point(right + BESIDE, layout.of(exits().get(0)).y()));
        Layout inner = layout.keeping(chosen);
        return inner.with(places);
    }

    private double firstFed(Layout layout, NodeId source) {
        return graph.wires().stream()
                .filter(wire -> leadsIn(wire) && wire.from().equals(source))
                .findFirst()
                .map(wire -> layout.of(wire.to()).y())
                .orElseGet(() -> layout.of(source).y());
    }

    /** Inputs that would lie on each other stand below each other. */
    private static void spread(Map<NodeId, Point> places, Ends ends) {
        double free = Double.NEGATIVE_INFINITY;
        for (Node port : ends.inputs.values()) {
            Point at = places.getOrDefault(port.id(), new Point(0, 0));
            Point moved = new Point(at.x(), Math.max(at.y(), free));
            places.put(port.id(), moved);
            free = moved.y() + 100;
        }
    }

    /** What the document keeps of the layers and wires that this version does not know. */
    private Map<String, Map<String, Object>> kept(Map<String, Map<String, Object>> unknown, List<Wire> wires) {
        Map<String, Map<String, Object>> kept = new HashMap<>();
        List<String> places = new ArrayList<>();
        chosen.forEach(id -> places.add(ProjectReader.place("/nodes", id.value())));
        wires.forEach(wire -> places.add(ProjectReader.place(wire)));
        for (String place : places) {
            Map<String, Object> members = unknown.get(place);
            if (members != null) {
                kept.put(place, members);
            }
        }
        return kept;
    }
}
