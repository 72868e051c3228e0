package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.Optional;

/** What lies under the resting pointer; at most one of them. */
record Hover(Optional<Port> port, Optional<NodeId> node, Optional<Wire> wire) {

    static final Hover NOTHING = new Hover(Optional.empty(), Optional.empty(), Optional.empty());

    /** How near to a port counts as on it, in pixels. */
    static final double PORT_REACH = 11;

    /** How near to a wire counts as on it, in pixels. */
    static final double WIRE_REACH = 6;

    /** What lies there: a port before its node, a node before a wire under it. */
    static Hover at(Diagram diagram, Viewport view, Pointer at) {
        if (view.zoom() >= Painter.FAR) {
            Optional<Port> port = diagram.portAt(at.world(), PORT_REACH / Math.max(view.scale(), 0.5));
            if (port.isPresent()) {
                return new Hover(port, Optional.empty(), Optional.empty());
            }
        }
        Optional<NodeView> node = diagram.nodeAt(at.world());
        if (node.isPresent()) {
            return new Hover(Optional.empty(), node.map(NodeView::id), Optional.empty());
        }
        Optional<WireView> wire = diagram.wireAt(at.world(), WIRE_REACH / view.scale());
        return new Hover(Optional.empty(), Optional.empty(), wire.map(WireView::wire));
    }
}
