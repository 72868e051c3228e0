package io.layerloom.canvas;

import io.layerloom.graph.Point;
import javafx.animation.AnimationTimer;

/** Moves the view while something is dragged near its edge, so that a drag can reach what is out of sight. */
final class EdgePan extends AnimationTimer {

    private static final double MARGIN = 28;
    private static final double FASTEST = 14;

    private final Editor editor;
    private Point at = new Point(0, 0);

    EdgePan(Editor editor) {
        this.editor = editor;
    }

    /** The pointer is here, on the screen, with something in its hand. */
    void at(Point screen) {
        at = screen;
        if (speed(at.x(), editor.width()) != 0 || speed(at.y(), editor.height()) != 0) {
            start();
        } else {
            stop();
        }
    }

    @Override
    public void handle(long now) {
        double dx = speed(at.x(), editor.width());
        double dy = speed(at.y(), editor.height());
        editor.show(editor.view().panned(dx, dy));
    }

    /** Pixels per frame: faster the farther out the pointer is. */
    static double speed(double at, double size) {
        double low = MARGIN - at;
        double high = at - (size - MARGIN);
        return low > 0 ? Math.min(FASTEST, low / 3) : high > 0 ? -Math.min(FASTEST, high / 3) : 0;
    }
}
