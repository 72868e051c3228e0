package io.layerloom.canvas;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;

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

    private void layThrough(LayerType between, Wire wire) {
        Optional<Point> from = editor.diagram().node(wire.from()).map(NodeView::output);
        Optional<Point> to = editor.diagram().node(wire.to()).map(node -> node.input(wire.port()));
        if (from.isPresent() && to.isPresent()) {
            NodeId id = editor.document().graph().freshId();
            Box box = new Box(
                    (from.get().x() + to.get().x() - NodeFace.WIDTH) / 2,
                    (from.get().y() + to.get().y()) / 2 - 38,
                    NodeFace.WIDTH,
                    76);
            Edit edit = CanvasEdits.connectThrough(between, id, new Point(box.x(), box.y()), wire, detached);
            editor.send(CanvasEdits.withRoom(edit, CanvasEdits.room(editor.diagram(), box)), List.of(id));
        }
    }
}
