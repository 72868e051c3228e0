package io.layerloom.canvas;

import io.layerloom.graph.Point;

/** Moves the view along with the pointer. */
final class PanGesture implements Gesture {

    private final Editor editor;
    private final Viewport before;
    private final Point start;

    PanGesture(Editor editor, Pointer start) {
        this.editor = editor;
        this.before = editor.view();
        this.start = start.screen();
    }

    @Override
    public void drag(Pointer at) {
        editor.show(before.panned(at.screen().x() - start.x(), at.screen().y() - start.y()));
    }

    @Override
    public void release(Pointer at) {
        drag(at);
    }

    @Override
    public void cancel() {
        editor.show(before);
    }
}
