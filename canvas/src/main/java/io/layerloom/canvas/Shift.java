package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.Set;

/** Nodes that are being dragged: all by one distance, in world units. */
record Shift(Set<NodeId> nodes, double dx, double dy) {

    static final Shift NONE = new Shift(Set.of(), 0, 0);

    Shift {
        nodes = Set.copyOf(nodes);
    }

    /** Which part of a drawing is meant. */
    enum Part {
        /** What stays where it is. */
        REST,
        /** What moves as a whole: the nodes and the wires among them. */
        MOVED
    }

    boolean isNone() {
        return nodes.isEmpty();
    }

    boolean shows(Part part, NodeId node) {
        return nodes.contains(node) == (part == Part.MOVED);
    }

    boolean shows(Part part, Wire wire) {
        return shows(part, wire.from()) && shows(part, wire.to());
    }

    /** Whether a wire joins what moves with what stays. */
    boolean stretches(Wire wire) {
        return nodes.contains(wire.from()) != nodes.contains(wire.to());
    }

    /** The way of a wire for as long as one of its ends is dragged. */
    WirePath direct(WireView view) {
        return WireRouter.direct(
                of(view.wire().from(), view.path().start()),
                of(view.wire().to(), view.path().end()));
    }

    /** A place of a node, wherever it is now. */
    Point of(NodeId node, Point place) {
        return nodes.contains(node) ? place.plus(dx, dy) : place;
    }
}
