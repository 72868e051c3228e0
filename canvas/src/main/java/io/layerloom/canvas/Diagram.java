package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A document with everything in its place on the plane: what the painter draws and the pointer hits. Made by {@link DiagramBuilder}; never changes. */
final class Diagram {

    /** Nothing to show. */
    static final Diagram EMPTY =
            new Diagram(Document.EMPTY, Inference.EMPTY, Map.of(), Map.of(), Indexes.EMPTY, Optional.empty(), Set.of());

    private final Document document;
    private final Inference inference;
    private final Map<NodeId, NodeView> nodes;
    private final Map<Wire, WireView> wires;
    private final Indexes indexes;
    private final Optional<Costs> costs;
    private final Set<Wire> causes;
    private final Optional<Box> all;

    /**
     * What lies where.
     *
     * @param wires the boxes around whole wires with their labels
     * @param lanes the stretches on which wires pass nodes
     * @param pills the labels of wires
     */
    record Indexes(BoxIndex<NodeView> nodes, BoxIndex<WireView> wires, BoxIndex<Box> lanes, BoxIndex<Box> pills) {
        static final Indexes EMPTY =
                new Indexes(new BoxIndex<>(), new BoxIndex<>(), new BoxIndex<>(), new BoxIndex<>());

        Indexes copy() {
            return new Indexes(nodes.copy(), wires.copy(), lanes.copy(), pills.copy());
        }

        boolean isWorn() {
            return nodes.isWorn() || wires.isWorn() || lanes.isWorn() || pills.isWorn();
        }
    }

    /** The maps and indexes are not changed afterwards. */
    Diagram(
            Document document,
            Inference inference,
            Map<NodeId, NodeView> nodes,
            Map<Wire, WireView> wires,
            Indexes indexes,
            Optional<Costs> costs,
            Set<Wire> causes) {
        this.document = document;
        this.inference = inference;
        this.nodes = Collections.unmodifiableMap(nodes);
        this.wires = Collections.unmodifiableMap(wires);
        this.indexes = indexes;
        this.costs = costs;
        this.causes = causes;
        this.all = Stream.of(
                        nodes.values().stream().map(NodeView::box),
                        wires.values().stream().map(WireView::bounds),
                        document.layout().frames().stream().map(FrameGesture::box))
                .flatMap(Function.identity())
                .reduce(Box::union);
    }

    Document document() {
        return document;
    }

    Inference inference() {
        return inference;
    }

    /** The costs that stand on the nodes, if they are shown. */
    Optional<Costs> costs() {
        return costs;
    }

    /** The wires on the ways from causes of problems to where they show. */
    Set<Wire> causes() {
        return causes;
    }

    /** All nodes, the lowest first. */
    Collection<NodeView> nodes() {
        return nodes.values();
    }

    Optional<NodeView> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Collection<WireView> wires() {
        return wires.values();
    }

    Optional<WireView> wire(Wire wire) {
        return Optional.ofNullable(wires.get(wire));
    }

    /** All nodes by their ids, the lowest first. */
    Map<NodeId, NodeView> nodesById() {
        return nodes;
    }

    /** All wires with their views, the lowest first. */
    Map<Wire, WireView> wiresByWire() {
        return wires;
    }

    /** The wire that lies in an input. */
    Optional<WireView> wireInto(Port port) {
        return node(port.node())
                .flatMap(node -> node.facts().into().stream()
                        .filter(wire -> wire.port() == port.index())
                        .findFirst())
                .flatMap(this::wire);
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    List<NodeView> nodesIn(Box area) {
        return indexes.nodes.within(area);
    }

    List<WireView> wiresIn(Box area) {
        return indexes.wires.within(area);
    }

    Indexes indexes() {
        return indexes;
    }

    /** The node under a point, the uppermost first. */
    Optional<NodeView> nodeAt(Point at) {
        List<NodeView> found = nodesIn(new Box(at.x(), at.y(), 0, 0).grown(0.01));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
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

    /** The box around everything: nodes, wires with their labels, and frames; empty for an empty document. */
    Optional<Box> bounds() {
        return all;
    }

    static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
