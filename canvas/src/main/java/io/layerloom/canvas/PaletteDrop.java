package io.layerloom.canvas;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes layers that are dragged in from a palette: shows where they would lie, and on which wire. */
final class PaletteDrop {

    private static final double ON_WIRE = 14;

    private final Editor editor;

    PaletteDrop(Editor editor, Node target) {
        this.editor = editor;
        target.setOnDragOver(this::over);
        target.setOnDragExited(event -> editor.mark(Marks.NONE));
        target.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        typeOf(event).ifPresent(type -> {
            event.acceptTransferModes(TransferMode.COPY);
            Point at = world(event);
            editor.mark(
                    Marks.ghosts(List.of(new Marks.Ghost(NodeFaces.ghost(type), corner(type, at))), wire(type, at)));
            event.consume();
        });
    }

    private void dropped(DragEvent event) {
        editor.mark(Marks.NONE);
        Optional<LayerType> type = typeOf(event);
        type.ifPresent(layer -> drop(layer, world(event)));
        event.setDropCompleted(type.isPresent());
        event.consume();
    }

    /** Adds a layer around a point, or between the ends of the wire that lies there. */
    void drop(LayerType type, Point at) {
        NodeId id = editor.document().graph().freshId();
        Point corner = corner(type, at);
        Optional<Wire> wire = wire(type, at);
        double height = NodeFaces.ghost(type).height();
        Box wished = new Box(corner.x(), corner.y(), NodeFace.WIDTH, height);
        Edit edit = wire.flatMap(editor.diagram()::wire)
                .map(split -> {
                    Room room = Room.on(editor.diagram(), split, wished, Set.of());
                    return CanvasEdits.withRoom(Edits.insert(type, id, room.at(), split.wire()), room.aside());
                })
                .orElseGet(() -> Edits.add(type, id, corner));
        editor.bring(edit, List.of(id));
    }

    private Optional<LayerType> typeOf(DragEvent event) {
        return event.getDragboard().getContent(GraphCanvas.LAYER_FORMAT) instanceof String id
                ? editor.layers().stream()
                        .filter(type -> id.equals(type.block()
                                .map(block -> GraphCanvas.BLOCK + block.name())
                                .orElse(type.id())))
                        .findFirst()
                : Optional.empty();
    }

    private Point world(DragEvent event) {
        return editor.view().toWorld(event.getX(), event.getY());
    }

    private static Point corner(LayerType type, Point at) {
        return new Point(
                Math.rint(at.x() - NodeFace.WIDTH / 2),
                Math.rint(at.y() - NodeFaces.ghost(type).height() / 2));
    }

    private Optional<Wire> wire(LayerType type, Point at) {
        return editor.diagram()
                .wireAt(at, ON_WIRE / editor.view().scale())
                .map(WireView::wire)
                .filter(wire -> editor.wiring().canSplit(type, wire));
    }
}
