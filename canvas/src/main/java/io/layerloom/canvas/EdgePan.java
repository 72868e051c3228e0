package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Moves the view while something is dragged near its edge, so that a drag can reach what is out of sight: the faster the nearer to the edge, and not at all for a pointer that is well outside, over another part of
 * the window. It never leaves the network: once the last layer that lies still would go out of sight, the view stays.
 */
final class EdgePan extends AnimationTimer {

    /** How far inside the edge it begins, and how far outside it ends, in pixels. */
    static final double MARGIN = 28;

    /** At the edge, in pixels a second. */
    private static final double FASTEST = 600;

    /** What of a layer must be within the window for it to be in sight, in pixels. */
    private static final double SEEN = 40;

    /** A frame that came late moves the view no farther than this, in seconds. */
    private static final double LONGEST = 0.05;

    private final Editor editor;
    private Point at = new Point(0, 0);
    private long before;
    private boolean running;

    EdgePan(Editor editor) {
        this.editor = editor;
    }

    /** The pointer is here, on the screen, with something in its hand. */
    void at(Point screen) {
        at = screen;
        Point speed = speed(at, editor.width(), editor.height());
        if (speed.x() == 0 && speed.y() == 0) {
            stop();
        } else if (!running) {
            running = true;
            before = -1;
            start();
        }
    }

    @Override
    public void stop() {
        running = false;
        super.stop();
    }

    @Override
    public void handle(long now) {
        double seconds = before < 0 ? 0 : Math.min(LONGEST, (now - before) / 1e9);
        before = now;
        Point speed = speed(at, editor.width(), editor.height());
        Viewport across = allowed(editor.view(), editor.view().panned(speed.x() * seconds, 0));
        editor.show(allowed(across, across.panned(0, speed.y() * seconds)));
    }

    /** Pixels a second that the drawing moves, for a pointer in or beside a window of this size. */
    static Point speed(Point at, double width, double height) {
        boolean near = new Box(0, 0, width, height).grown(MARGIN).contains(at.x(), at.y());
        return near ? new Point(speed(at.x(), width), speed(at.y(), height)) : new Point(0, 0);
    }

    private static double speed(double at, double size) {
        double low = MARGIN - at;
        double high = at - (size - MARGIN);
        double into = low > 0 ? low : high > 0 ? -high : 0;
        return FASTEST * Math.max(-1, Math.min(1, into / MARGIN));
    }

    /** The next view, or the one before where the next would leave the network farther behind. */
    private Viewport allowed(Viewport now, Viewport next) {
        double gap = gap(next);
        return gap == 0 || gap < gap(now) ? next : now;
    }

    /** How far the nearest layer that lies still is from being seen, in pixels; 0 if one is, or if none lies still. */
    private double gap(Viewport view) {
        Box sight = new Box(0, 0, editor.width(), editor.height()).grown(-SEEN);
        Set<NodeId> held = editor.held();
        return editor.diagram().nodes().stream()
                .filter(node -> !held.contains(node.id()))
                .mapToDouble(node -> gap(sight, view.toScreen(node.box())))
                .min()
                .orElse(0);
    }

    private static double gap(Box sight, Box box) {
        double dx = Math.max(0, Math.max(sight.x() - box.right(), box.x() - sight.right()));
        double dy = Math.max(0, Math.max(sight.y() - box.bottom(), box.y() - sight.bottom()));
        return Math.hypot(dx, dy);
    }
}
