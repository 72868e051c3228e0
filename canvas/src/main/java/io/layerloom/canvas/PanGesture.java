package io.layerloom.canvas;

import io.layerloom.graph.Point;

/** Moves the view along with the pointer, from wherever the wheel takes it meanwhile. */
final class PanGesture implements Gesture {

    private final Editor editor;
    private final Viewport before;
    private Point last;

    PanGesture(Editor editor, Pointer start) {
        this.editor = editor;
        this.before = editor.view();
        this.last = start.screen();
    }

    @Override
    public void drag(Pointer at) {
        Point former = last;
        last = at.screen();
        if (!last.equals(former)) {
            editor.show(editor.view().panned(last.x() - former.x(), last.y() - former.y()));
        }
    }

    @Override
    public void release(Pointer at) {
        drag(at);
    }

    /** The plane is endless, and is drawn from wherever the pointer is. */
    @Override
    public boolean staysWithin() {
        return false;
    }

    @Override
    public void cancel() {
        editor.show(before);
    }
}
