package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes by keys through the wires of one layer, first those that lead in and then those that lead out, and begins again behind the last. */
final class WireWalk {

    private Optional<NodeId> around = Optional.empty();

    /**
     * The wire that comes next; empty where the layer has none.
     *
     * @param layer the one whose wires are gone through from now on
     * @param wire the one that was reached last
     */
    Optional<Wire> next(Diagram diagram, Optional<NodeView> layer, Optional<Wire> wire) {
        around = layer.map(NodeView::id).or(() -> wire.map(this::end));
        return around.flatMap(id -> behind(wires(diagram, id), wire));
    }

    /** Of the wire's ends the one around which it was reached; where it was reached otherwise, the one that it comes from. */
    private NodeId end(Wire wire) {
        return around.filter(wire.to()::equals).orElse(wire.from());
    }

    private static List<Wire> wires(Diagram diagram, NodeId id) {
        return Stream.concat(
                        diagram.document().graph().into(id).stream(), diagram.document().graph().outOf(id).stream())
                .toList();
    }

    private static Optional<Wire> behind(List<Wire> wires, Optional<Wire> wire) {
        int at = wire.map(wires::indexOf).orElse(-1);
        return wires.isEmpty() ? Optional.empty() : Optional.of(wires.get((at + 1) % wires.size()));
    }
}
