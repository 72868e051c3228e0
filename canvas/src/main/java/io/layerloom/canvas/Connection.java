package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays a wire as it was judged: straight, or through a layer that makes both ends fit. */
final class Connection {

    private final Editor editor;
    private final Wiring wiring;
    private final Optional<Wire> detached;

    /**
     * Wires in an editor.
     *
     * @param wiring judges them
     * @param detached a wire whose end was taken, and that gives way
     */
    Connection(Editor editor, Wiring wiring, Optional<Wire> detached) {
        this.editor = editor;
        this.wiring = wiring;
        this.detached = detached;
    }

    /** Lays a possible wire; does nothing where it lies already. */
    void lay(Wire wire) {
        if (wiring.of(wire) instanceof Wiring.Verdict.Adapts adapts) {
            layThrough(adapts.between(), wire);
        } else if (detached.isEmpty()) {
            editor.send(Edits.connect(wire, editor.catalog()));
        } else if (!detached.get().equals(wire)) {
            editor.send(Edits.reconnect(detached.get(), wire, editor.catalog()));
        }
    }

    /** Lays a wire from a layer to another one, as a drag onto it would, or back if only that can be; answers why neither can be. */
    Optional<String> join(NodeView first, NodeView second) {
        Optional<Wire> wire = between(first, second).or(() -> between(second, first));
        wire.ifPresent(this::lay);
        return wire.isPresent() ? Optional.empty() : Optional.of(refusal(first, second));
    }

    private Optional<Wire> between(NodeView from, NodeView to) {
        return candidate(from, to).filter(wire -> wiring.of(wire).possible());
    }

    private Optional<Wire> candidate(NodeView from, NodeView to) {
        return from.hasOutput()
                ? wiring.freeInput(to).map(port -> new Wire(from.id(), to.id(), port))
                : Optional.empty();
    }

    private String refusal(NodeView first, NodeView second) {
        return candidate(first, second)
                .or(() -> candidate(second, first))
                .map(wiring::of)
                .map(verdict -> verdict instanceof Wiring.Verdict.Refused refused ? refused.why() : "")
                .orElseGet(() -> tr(
                        "No wire can lead from %s to %s.",
                        first.node().name(), second.node().name()));
    }

    private void layThrough(LayerType between, Wire wire) {
        Optional<NodeView> from = editor.diagram().node(wire.from());
        Optional<NodeView> to = editor.diagram().node(wire.to());
        if (from.isPresent() && to.isPresent()) {
            NodeId id = editor.document().graph().freshId();
            Room room = Room.between(
                    editor.diagram(),
                    from.get(),
                    to.get(),
                    NodeFaces.ghost(between).height(),
                    Set.of());
            Edit edit = CanvasEdits.connectThrough(between, id, room.at(), wire, detached);
            editor.send(CanvasEdits.withRoom(edit, room.aside()), List.of(id));
        }
    }
}
