package io.layerloom.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A block about to give its place to the layers within. */
final class Unpacking {

    private final Document document;
    private final Graph graph;
    private final Node node;
    private final Block block;
    private final Graph drawn;
    private final int copies;
    private final Set<NodeId> ids;
    private final Set<String> names;
    private final List<Map<NodeId, NodeId>> renewed = new ArrayList<>();
    private final Map<NodeId, Node> come = new LinkedHashMap<>();

    Unpacking(Document document, NodeId id, Catalog catalog) {
        this.document = document;
        this.graph = document.graph();
        this.node = graph.node(id);
        this.block = node.block().orElseThrow(() -> new IllegalArgumentException("No block. Received: " + id));
        this.drawn = block.drawn(node.values(), catalog);
        this.copies = block.repeats(node.values());
        this.ids = new HashSet<>(graph.nodes().keySet());
        this.names = graph.names();
        names.remove(node.name());
    }

    Document unpacked() {
        for (int copy = 0; copy < copies; copy++) {
            renew();
        }
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        for (Node each : graph.nodes().values()) {
            if (each.id().equals(node.id())) {
                nodes.putAll(come);
            } else {
                nodes.put(each.id(), each);
            }
        }
        Document without = document.with(graph.without(List.of(node.id())))
                .with(document.layout().without(List.of(node.id())));
        return new Document(new Graph(nodes, wires()), layout(without.layout()), document.plan(), unknown());
    }

    private void renew() {
        Map<NodeId, NodeId> map = new HashMap<>();
        for (Node inner : drawn.nodes().values()) {
            if (!BlockPorts.isPort(inner)) {
                int next = ids.size() + 1;
                while (!ids.add(new NodeId("n" + next))) {
                    next++;
                }
                NodeId id = new NodeId("n" + next);
                String name = names.contains(inner.name())
                        ? Graph.freshName(inner.name().replaceFirst("_\\d+$", ""), names)
                        : inner.name();
                names.add(name);
                map.put(inner.id(), id);
                come.put(id, inner.named(name).as(id));
            }
        }
        renewed.add(map);
    }

    /** The wires within come where the first wire into the block was. */
    private List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        boolean within = false;
        for (Wire wire : graph.wires()) {
            if (wire.to().equals(node.id())) {
                if (!within) {
                    addInner(wires);
                    within = true;
                }
            } else if (wire.from().equals(node.id())) {
                result(copies - 1).ifPresent(from -> wires.add(new Wire(from, wire.to(), wire.port())));
            } else {
                wires.add(wire);
            }
        }
        if (!within) {
            addInner(wires);
        }
        return wires;
    }

    private void addInner(List<Wire> wires) {
        for (int copy = 0; copy < copies; copy++) {
            Map<NodeId, NodeId> map = renewed.get(copy);
            for (Wire wire : drawn.wires()) {
                NodeId to = map.get(wire.to());
                if (to != null) {
                    source(wire.from(), copy).ifPresent(from -> wires.add(new Wire(from, to, wire.port())));
                }
            }
        }
    }

    private Optional<NodeId> source(NodeId inner, int copy) {
        int port = block.inputs().indexOf(inner);
        if (port < 0) {
            return Optional.ofNullable(renewed.get(copy).get(inner));
        }
        return copy > 0
                ? result(copy - 1)
                : graph.into(node.id()).stream()
                        .filter(wire -> wire.port() == port)
                        .map(Wire::from)
                        .filter(from -> !from.equals(node.id())) // it feeds itself, which nothing can
                        .findFirst();
    }

    private Optional<NodeId> result(int copy) {
        return drawn.into(block.output()).stream().findFirst().flatMap(wire -> source(wire.from(), copy));
    }

    /** The copies stand in a row around the middle of the block, or where their layers stood before they became one; only where there is no room does what lies beside go aside. */
    private Layout layout(Layout outer) {
        Layout inner = block.body().layout();
        List<NodeId> within = drawn.nodes().values().stream()
                .filter(each -> !BlockPorts.isPort(each))
                .map(Node::id)
                .toList();
        if (within.isEmpty()) {
            return outer;
        }
        double left = within.stream().mapToDouble(id -> inner.of(id).x()).min().orElse(0);
        double right = within.stream().mapToDouble(id -> inner.of(id).x()).max().orElse(0);
        double top = within.stream().mapToDouble(id -> inner.of(id).y()).min().orElse(0);
        double bottom =
                within.stream().mapToDouble(id -> inner.of(id).y()).max().orElse(0);
        double pitch = right - left + Aside.STEP;
        double width = right - left + (copies - 1) * pitch;
        Point at = document.layout().of(node.id());
        double first = Math.rint(at.x() - width / 2);
        Map<NodeId, Point> places = new LinkedHashMap<>();
        Map<Wire, List<Point>> led = new LinkedHashMap<>();
        for (int copy = 0; copy < copies; copy++) {
            double dx = settled(first + copy * pitch - left);
            double dy = settled(Math.rint(at.y() - (top + bottom) / 2));
            Map<NodeId, NodeId> map = renewed.get(copy);
            within.forEach(id -> places.put(renewedId(map, id), inner.of(id).plus(dx, dy)));
            inner.bends().forEach((wire, through) -> {
                NodeId from = map.get(wire.from());
                NodeId to = map.get(wire.to());
                if (from != null && to != null) {
                    led.put(
                            new Wire(from, to, wire.port()),
                            through.stream().map(point -> point.plus(dx, dy)).toList());
                }
            });
        }
        boolean free = places.values().stream()
                .noneMatch(
                        place -> outer.positions().values().stream().anyMatch(other -> Placement.isOn(place, other)));
        Layout roomy = free ? outer : Aside.of(outer, at, first, first + width).moved(outer, first, first + width);
        Map<Wire, List<Point>> bends = new LinkedHashMap<>(roomy.bends());
        bends.putAll(led);
        return new Layout(roomy.with(places).positions(), roomy.collapsed(), bends, roomy.frames());
    }

    /** The middle of a block is a whole number, so half a unit may be lost by becoming one. */
    private static double settled(double distance) {
        return Math.abs(distance) <= 1 ? 0 : distance;
    }

    private static NodeId renewedId(Map<NodeId, NodeId> map, NodeId id) {
        return map.getOrDefault(id, id);
    }

    /** What the block keeps of its layers that this version does not know goes with them. */
    private Map<String, Map<String, Object>> unknown() {
        Map<String, Map<String, Object>> all = new HashMap<>(document.unknown());
        for (Map<NodeId, NodeId> map : renewed) {
            map.forEach((before, after) -> {
                Map<String, Object> members = block.body().unknown().get(ProjectReader.place("/nodes", before.value()));
                if (members != null) {
                    all.put(ProjectReader.place("/nodes", after.value()), members);
                }
            });
        }
        return all;
    }
}
