package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document with everything in its place on the plane: what the painter draws and the pointer hits. Made by {@link DiagramBuilder}; never changes. */
final class Diagram {

    /** Nothing to show. */
    static final Diagram EMPTY = new Diagram(
            Document.EMPTY, Inference.EMPTY, Map.of(), List.of(), new BoxIndex<>(), new BoxIndex<>(), false);

    private final Document document;
    private final Inference inference;
    private final Map<NodeId, NodeView> nodes;
    private final List<WireView> wires;
    private final BoxIndex<NodeView> nodeIndex;
    private final BoxIndex<WireView> wireIndex;
    private final boolean showsCost;
    private final Optional<Box> all;
    private final Map<NodeId, Integer> heights = new HashMap<>();

    Diagram(
            Document document,
            Inference inference,
            Map<NodeId, NodeView> nodes,
            List<WireView> wires,
            BoxIndex<NodeView> nodeIndex,
            BoxIndex<WireView> wireIndex,
            boolean showsCost) {
        this.document = document;
        this.inference = inference;
        this.nodes = Collections.unmodifiableMap(nodes);
        this.wires = List.copyOf(wires);
        this.nodeIndex = nodeIndex;
        this.wireIndex = wireIndex;
        this.showsCost = showsCost;
        this.all = nodes.values().stream().map(NodeView::box).reduce(Box::union);
        nodes.keySet().forEach(id -> heights.put(id, heights.size()));
    }

    Document document() {
        return document;
    }

    Inference inference() {
        return inference;
    }

    boolean showsCost() {
        return showsCost;
    }

    /** All nodes, the lowest first. */
    Collection<NodeView> nodes() {
        return nodes.values();
    }

    Optional<NodeView> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    List<WireView> wires() {
        return wires;
    }

    Optional<WireView> wire(Wire wire) {
        return wires.stream().filter(view -> view.wire().equals(wire)).findFirst();
    }

    /** The wire that lies in an input. */
    Optional<WireView> wireInto(Port port) {
        return wires.stream()
                .filter(view ->
                        view.wire().to().equals(port.node()) && view.wire().port() == port.index())
                .findFirst();
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    List<NodeView> nodesIn(Box area) {
        return nodeIndex.within(area);
    }

    List<WireView> wiresIn(Box area) {
        return wireIndex.within(area);
    }

    BoxIndex<NodeView> nodeIndex() {
        return nodeIndex;
    }

    /** The node under a point, the uppermost first. */
    Optional<NodeView> nodeAt(Point at) {
        return nodesIn(new Box(at.x(), at.y(), 0, 0).grown(0.01)).stream().max(byHeight());
    }

    /** The lowest first. */
    Comparator<NodeView> byHeight() {
        return Comparator.comparingInt(node -> heights.getOrDefault(node.id(), 0));
    }

    /** The nearest port within reach. */
    Optional<Port> portAt(Point at, double reach) {
        Port best = null;
        double least = reach;
        for (NodeView node : nodesIn(new Box(at.x(), at.y(), 0, 0).grown(reach + 1))) {
            for (int i = 0; i < node.inputs(); i++) {
                double distance = distance(at, node.input(i));
                if (distance <= least) {
                    least = distance;
                    best = node.inputPort(i);
                }
            }
            if (node.hasOutput() && distance(at, node.output()) <= least) {
                least = distance(at, node.output());
                best = node.outputPort();
            }
        }
        return Optional.ofNullable(best);
    }

    /** The nearest wire within reach. */
    Optional<WireView> wireAt(Point at, double reach) {
        WireView best = null;
        double least = reach;
        for (WireView wire : wiresIn(new Box(at.x(), at.y(), 0, 0).grown(reach + 1))) {
            boolean onPill =
                    wire.pill().filter(pill -> pill.contains(at.x(), at.y())).isPresent();
            double distance = onPill ? 0 : wire.path().distance(at.x(), at.y());
            if (distance <= least) {
                least = distance;
                best = wire;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The box around some nodes; empty for none. */
    Optional<Box> bounds(Collection<NodeId> ids) {
        return ids.stream().flatMap(id -> node(id).stream()).map(NodeView::box).reduce(Box::union);
    }

    /** The box around everything; empty for an empty document. */
    Optional<Box> bounds() {
        return all;
    }

    static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
