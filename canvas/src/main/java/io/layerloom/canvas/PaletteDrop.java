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
import javafx.scene.input.MouseDragEvent;

/** Takes layers that are dragged in from a palette: shows where they would lie, and on which wire. */
final class PaletteDrop {

    private static final double ON_WIRE = 14;

    private final Editor editor;
    private Optional<Over> over = Optional.empty();

    /** A layer that is held over the drawing, at a place on the screen. */
    private record Over(LayerType type, Point screen) {}

    PaletteDrop(Editor editor, Node target) {
        this.editor = editor;
        target.setOnMouseDragOver(event -> held(event).ifPresent(drag -> {
            drag.enter(this::clear);
            over = Optional.of(new Over(drag.type(), new Point(event.getX(), event.getY())));
            show();
        }));
        // The wheel moves the drawing under what is held.
        editor.viewProperty().addListener(observable -> show());
        target.setOnMouseDragExited(event -> held(event).ifPresent(drag -> {
            drag.leave();
            clear();
        }));
        target.setOnMouseDragReleased(event -> held(event).ifPresent(drag -> {
            LayerDrag.end(event.getGestureSource());
            target.requestFocus();
            drop(drag.type(), world(event));
        }));
    }

    private static Optional<LayerDrag> held(MouseDragEvent event) {
        return LayerDrag.held(event.getGestureSource());
    }

    private void clear() {
        over = Optional.empty();
        editor.mark(Marks.NONE);
    }

    private void show() {
        over.ifPresent(held -> {
            LayerType type = held.type;
            Point at = editor.view().toWorld(held.screen.x(), held.screen.y());
            Optional<Wire> wire = wire(type, at);
            Box box = wire.isPresent() ? around(type, at) : free(type, at);
            editor.mark(Marks.ghosts(
                    List.of(new Marks.Ghost(NodeFaces.ghost(type), new Point(box.x(), box.y()))), wire));
        });
    }

    /** Adds a layer around a point, or as near to it as no other one lies, or between the ends of the wire that lies there. */
    void drop(LayerType type, Point at) {
        NodeId id = editor.document().graph().freshId();
        Optional<WireView> wire = wire(type, at).flatMap(editor.diagram()::wire);
        if (wire.isPresent()) {
            Room room = Room.on(editor.diagram(), wire.get(), around(type, at), Set.of());
            Edit insert = Edits.insert(type, id, room.at(), wire.get().wire());
            editor.bring(CanvasEdits.withRoom(insert, room.aside()), List.of(id));
            return;
        }
        Box box = free(type, at);
        editor.bring(Edits.add(type, id, new Point(box.x(), box.y())), List.of(id));
        if (!box.equals(around(type, at))) {
            new Reveal(editor).show(box);
        }
    }

    private Point world(MouseDragEvent event) {
        return editor.view().toWorld(event.getX(), event.getY());
    }

    private static Box around(LayerType type, Point at) {
        double height = NodeFaces.ghost(type).height();
        return new Box(Math.rint(at.x() - NodeFace.WIDTH / 2), Math.rint(at.y() - height / 2), NodeFace.WIDTH, height);
    }

    /** Around a point, or beside what lies there. */
    private Box free(LayerType type, Point at) {
        Box box = around(type, at);
        Point by = Clearing.ofNew(editor.diagram(), List.of(box));
        return box.moved(by.x(), by.y());
    }

    private Optional<Wire> wire(LayerType type, Point at) {
        return editor.diagram()
                .wireAt(at, ON_WIRE / editor.view().scale())
                .map(WireView::wire)
                .filter(wire -> editor.wiring().canSplit(type, wire));
    }
}
