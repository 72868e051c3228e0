package io.layerloom.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of the layers of a fragment, with the wires among them, the points that these are led through, and collapsed as the originals are; and of its frames.
 *
 * @param ids the new id of every node of the fragment
 * @param dx how far the copies lie to the right of the originals
 * @param dy how far below
 */
record Pasting(Document fragment, Map<NodeId, NodeId> ids, double dx, double dy) {

    /** A document with the copies; a name that is taken there gets a number. */
    Document into(Document document) {
        Graph graph = document.graph();
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        Set<String> names = graph.names();
        Document known = Blocks.adopted(document, fragment);
        for (Node node : known.graph().nodes().values()) {
            NodeId id = renewed(node.id());
            String name = names.contains(node.name()) ? Graph.freshName(stem(node.name()), names) : node.name();
            names.add(name);
            nodes.put(id, node.named(name).as(id));
            places.put(id, moved(fragment.layout().of(node.id())));
        }
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : fragment.graph().wires()) {
            wires.add(renewed(wire));
        }
        return document.with(graph.plus(nodes, wires))
                .with(copied(document.layout().with(places)));
    }

    /** A layout with what that of the fragment says beside places. */
    private Layout copied(Layout layout) {
        Set<NodeId> collapsed = new LinkedHashSet<>(layout.collapsed());
        fragment.layout().collapsed().forEach(id -> collapsed.add(renewed(id)));
        Map<Wire, List<Point>> bends = new LinkedHashMap<>(layout.bends());
        fragment.layout()
                .bends()
                .forEach((wire, through) -> bends.put(
                        renewed(wire), through.stream().map(this::moved).toList()));
        List<Frame> frames = new ArrayList<>(layout.frames());
        fragment.layout().frames().forEach(frame -> frames.add(frame.moved(dx, dy)));
        return new Layout(layout.positions(), collapsed, bends, frames);
    }

    private Point moved(Point at) {
        return at.plus(dx, dy);
    }

    private Wire renewed(Wire wire) {
        return new Wire(renewed(wire.from()), renewed(wire.to()), wire.port());
    }

    private NodeId renewed(NodeId id) {
        NodeId fresh = ids.get(id);
        if (fresh == null) {
            throw new IllegalArgumentException("The fragment's node has no new id. Received: " + id);
        }
        return fresh;
    }

    private static String stem(String name) {
        return name.replaceFirst("_\\d+$", "");
    }
}
