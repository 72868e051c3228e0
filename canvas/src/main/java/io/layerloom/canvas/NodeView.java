package io.layerloom.canvas;

import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Optional;

/**
 * A node in its place.
 *
 * @param facts what its face follows from
 */
record NodeView(FaceFacts facts, Optional<LayerType> type, NodeFace face, Box box) {

    Node node() {
        return facts.node();
    }

    NodeId id() {
        return node().id();
    }

    Point input(int port) {
        return new Point(box.x(), box.y() + face.inputY(port));
    }

    Point output() {
        return new Point(box.right(), box.y() + face.outputY());
    }

    int inputs() {
        return face.inputs().size();
    }

    boolean hasOutput() {
        return face.hasOutput();
    }

    Port outputPort() {
        return new Port(id(), false, 0);
    }

    Port inputPort(int index) {
        return new Port(id(), true, index);
    }

    Point place(Port port) {
        return port.input() ? input(port.index()) : output();
    }

    /** Whether it looks the same, in the same place. */
    @SuppressWarnings("ReferenceEquality") // a view that was kept is the same object
    boolean looksLike(NodeView other) {
        return this == other || (face.equals(other.face) && box.equals(other.box));
    }
}
