package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.LinkedHashSet;
import java.util.Set;

/** Selects by a rectangle: replaces the selection, with Shift adds to it, with Ctrl turns it over. */
final class MarqueeGesture implements Gesture {

    private final Editor editor;
    private final Point start;
    private final Set<NodeId> before;

    MarqueeGesture(Editor editor, Pointer start) {
        this.editor = editor;
        this.start = start.world();
        this.before = Set.copyOf(editor.selection());
    }

    @Override
    public void drag(Pointer at) {
        Box box = Box.between(start, at.world());
        editor.mark(Marks.marquee(box));
        Set<NodeId> inside = new LinkedHashSet<>();
        editor.diagram().nodesIn(box).forEach(node -> inside.add(node.id()));
        editor.select(combined(before, inside, at));
    }

    static Set<NodeId> combined(Set<NodeId> before, Set<NodeId> hit, Pointer at) {
        if (!at.shift() && !at.toggle()) {
            return hit;
        }
        Set<NodeId> all = new LinkedHashSet<>(before);
        for (NodeId id : hit) {
            if (!all.add(id) && at.toggle()) {
                all.remove(id);
            }
        }
        return all;
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        editor.mark(Marks.NONE);
    }

    @Override
    public void cancel() {
        editor.mark(Marks.NONE);
        editor.select(before);
    }
}
