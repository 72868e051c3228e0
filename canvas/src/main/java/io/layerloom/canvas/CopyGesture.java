package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.List;
import java.util.Optional;

/** Drags copies of the selected nodes away from them. */
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
        double dx = at.world().x() - start.x();
        double dy = at.world().y() - start.y();
        List<Marks.Ghost> ghosts = editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .map(node -> new Marks.Ghost(
                        node.face(), new Point(node.box().x() + dx, node.box().y() + dy)))
                .toList();
        editor.mark(Marks.ghosts(ghosts, Optional.empty()));
    }

    @Override
    public void release(Pointer at) {
        editor.mark(Marks.NONE);
        commands.copying().duplicate(at.world().x() - start.x(), at.world().y() - start.y());
    }

    @Override
    public void cancel() {
        editor.mark(Marks.NONE);
    }
}
