package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.List;
import java.util.Optional;

/** Drags copies of the selected nodes away from them; with Shift the held one comes onto the grid. */
final class CopyGesture implements Gesture {

    private final Editor editor;
    private final Commands commands;
    private final Point start;
    private final Point origin;

    CopyGesture(Editor editor, Commands commands, NodeId held, Pointer start) {
        this.editor = editor;
        this.commands = commands;
        this.start = start.world();
        this.origin = editor.document().layout().of(held);
    }

    @Override
    public void drag(Pointer at) {
        Point by = by(at);
        List<Marks.Ghost> ghosts = editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .map(node -> new Marks.Ghost(
                        node.face(),
                        new Point(node.box().x() + by.x(), node.box().y() + by.y())))
                .toList();
        editor.mark(Marks.ghosts(ghosts, Optional.empty()));
    }

    private Point by(Pointer at) {
        double dx = at.world().x() - start.x();
        double dy = at.world().y() - start.y();
        return at.shift() ? MoveGesture.ontoGrid(origin, dx, dy) : new Point(Math.rint(dx), Math.rint(dy));
    }

    @Override
    public void release(Pointer at) {
        editor.mark(Marks.NONE);
        commands.copying().put(by(at));
    }

    @Override
    public void cancel() {
        editor.mark(Marks.NONE);
    }
}
