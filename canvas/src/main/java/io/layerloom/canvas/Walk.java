package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes from node to node by keys: along the wires to the sides, else to the nearest one above or below. */
final class Walk {

    private final Diagram diagram;

    /** Where to. */
    enum Way {
        FORWARD,
        BACK,
        UP,
        DOWN
    }

    Walk(Diagram diagram) {
        this.diagram = diagram;
    }

    /** The node that comes next; the first one where none is given. */
    Optional<NodeView> from(Optional<NodeView> start, Way way) {
        if (start.isEmpty()) {
            return diagram.nodes().stream()
                    .min(Comparator.comparingDouble(
                                    (NodeView node) -> node.box().y())
                            .thenComparingDouble(node -> node.box().x()));
        }
        return switch (way) {
            case FORWARD -> along(start.get().id(), true);
            case BACK -> along(start.get().id(), false);
            case UP, DOWN -> beside(start.get(), way == Way.DOWN);
        };
    }

    /** The end of a wire that lies that way. */
    Optional<NodeView> from(WireView wire, Way way) {
        return switch (way) {
            case FORWARD -> Optional.of(wire.to());
            case BACK -> Optional.of(wire.from());
            case UP, DOWN -> beside(wire.from(), way == Way.DOWN);
        };
    }

    private Optional<NodeView> along(NodeId node, boolean forward) {
        Stream<WireView> wires = diagram.wires().stream()
                .filter(view -> (forward ? view.wire().from() : view.wire().to()).equals(node));
        return wires.map(view -> forward ? view.to() : view.from())
                .min(Comparator.comparingDouble(next -> next.box().y()));
    }

    private Optional<NodeView> beside(NodeView start, boolean below) {
        return diagram.nodes().stream()
                .filter(node -> below
                        ? node.box().y() > start.box().y() + 1
                        : node.box().y() < start.box().y() - 1)
                .min(Comparator.comparingDouble(
                        node -> Math.abs(node.box().y() - start.box().y())
                                + 2 * Math.abs(node.box().x() - start.box().x())));
    }
}
