package io.layerloom.canvas;

import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** Draws the wires in sight. */
final class WirePainter {

    private final GraphicsContext gc;
    private final Ink ink;
    private final Painter.Frame frame;
    private double width = 1;

    WirePainter(GraphicsContext gc, Ink ink, Painter.Frame frame) {
        this.gc = gc;
        this.ink = ink;
        this.frame = frame;
    }

    void paint(List<WireView> wires) {
        gc.save();
        gc.setLineCap(StrokeLineCap.BUTT);
        double scale = frame.view().scale();
        if (scale < Painter.FAR) {
            straight(wires);
        } else {
            width = width(scale);
            gc.setLineWidth(width);
            ink(ink.tokens.faint());
            wires.stream().filter(wire -> !special(wire)).forEach(this::curve);
            wires.stream().filter(this::special).forEach(this::emphasised);
        }
        gc.restore();
    }

    /** All in one path: far away, the number of strokes is what costs. */
    private void straight(List<WireView> wires) {
        Viewport view = frame.view();
        gc.setStroke(ink.tokens.faint().deriveColor(0, 1, 1, 0.6));
        gc.setLineWidth(1);
        gc.beginPath();
        for (WireView wire : wires) {
            double[] p = wire.path().points();
            gc.moveTo(view.screenX(p[0]), view.screenY(p[1]));
            gc.lineTo(view.screenX(p[p.length - 2]), view.screenY(p[p.length - 1]));
        }
        gc.stroke();
    }

    private boolean special(WireView wire) {
        return wire.bad()
                || is(frame.lit(), wire)
                || is(frame.marks().wire(), wire)
                || is(frame.marks().hidden(), wire);
    }

    private static boolean is(Optional<Wire> mark, WireView wire) {
        return mark.isPresent() && mark.get().equals(wire.wire());
    }

    private void emphasised(WireView wire) {
        if (is(frame.marks().hidden(), wire)) {
            return;
        }
        boolean lit = is(frame.lit(), wire) || is(frame.marks().wire(), wire);
        ink(lit ? ink.tokens.accent() : ink.tokens.bad());
        curve(wire);
    }

    /** How thick a wire is at a scale, in pixels. */
    static double width(double scale) {
        return Math.max(1, 2 * Math.min(1.5, scale));
    }

    private void ink(Color colour) {
        gc.setStroke(colour);
        gc.setFill(colour);
    }

    /** Level stretches as rectangles, which cost next to nothing without a graphics card; curves one by one, and only those in sight. */
    private void curve(WireView wire) {
        Viewport view = frame.view();
        for (Point bend : wire.route().bends()) {
            double r = 3.5 * Math.min(1.5, view.scale());
            gc.fillOval(view.screenX(bend.x()) - r, view.screenY(bend.y()) - r, 2 * r, 2 * r);
        }
        double[] p = wire.path().points();
        for (int i = 0; i + 7 < p.length; i += 6) {
            double x = view.screenX(p[i]);
            double y = view.screenY(p[i + 1]);
            double endX = view.screenX(p[i + 6]);
            double endY = view.screenY(p[i + 7]);
            if (p[i + 1] == p[i + 7] && p[i + 3] == p[i + 7] && p[i + 5] == p[i + 7]) {
                level(x, endX, y);
            } else if (inSight(p, i)) {
                gc.beginPath();
                gc.moveTo(x, y);
                gc.bezierCurveTo(
                        view.screenX(p[i + 2]),
                        view.screenY(p[i + 3]),
                        view.screenX(p[i + 4]),
                        view.screenY(p[i + 5]),
                        endX,
                        endY);
                gc.stroke();
            }
        }
    }

    private void level(double x, double endX, double y) {
        double left = Math.max(-2, Math.min(x, endX));
        double right = Math.min(frame.width() + 2, Math.max(x, endX));
        if (right > left && y > -2 && y < frame.height() + 2) {
            gc.fillRect(left, y - width / 2, right - left, width);
        }
    }

    private boolean inSight(double[] p, int i) {
        Viewport view = frame.view();
        double left = Math.min(Math.min(p[i], p[i + 2]), Math.min(p[i + 4], p[i + 6]));
        double right = Math.max(Math.max(p[i], p[i + 2]), Math.max(p[i + 4], p[i + 6]));
        double top = Math.min(Math.min(p[i + 1], p[i + 3]), Math.min(p[i + 5], p[i + 7]));
        double bottom = Math.max(Math.max(p[i + 1], p[i + 3]), Math.max(p[i + 5], p[i + 7]));
        return view.screenX(right) > -2
                && view.screenX(left) < frame.width() + 2
                && view.screenY(bottom) > -2
                && view.screenY(top) < frame.height() + 2;
    }

    static void trace(GraphicsContext gc, Viewport view, WirePath path) {
        double[] p = path.points();
        gc.beginPath();
        gc.moveTo(view.screenX(p[0]), view.screenY(p[1]));
        for (int i = 2; i < p.length; i += 6) {
            gc.bezierCurveTo(
                    view.screenX(p[i]),
                    view.screenY(p[i + 1]),
                    view.screenX(p[i + 2]),
                    view.screenY(p[i + 3]),
                    view.screenX(p[i + 4]),
                    view.screenY(p[i + 5]));
        }
    }
}
