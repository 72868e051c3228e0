package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.List;
import java.util.Optional;

/** Drags copies of the selected nodes away from them; with Shift by steps of the grid. */
final class CopyGesture implements Gesture {

    private final Editor editor;
    private final Commands commands;
    private final Point start;

    CopyGesture(Editor editor, Commands commands, Pointer start) {
        this.editor = editor;
        this.commands = commands;
        this.start = start.world();
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
        double step = at.shift() ? MoveGesture.GRID : 1;
        return new Point(
                Math.rint((at.world().x() - start.x()) / step) * step,
                Math.rint((at.world().y() - start.y()) / step) * step);
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
