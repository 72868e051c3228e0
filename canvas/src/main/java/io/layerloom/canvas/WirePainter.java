package io.layerloom.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/** Draws the wires in sight. */
final class WirePainter {

    private final GraphicsContext gc;
    private final Ink ink;
    private final Painter.Frame frame;

    WirePainter(GraphicsContext gc, Ink ink, Painter.Frame frame) {
        this.gc = gc;
        this.ink = ink;
        this.frame = frame;
    }

    void paint(List<WireView> wires) {
        gc.save();
        gc.setLineCap(StrokeLineCap.ROUND);
        double scale = frame.view().scale();
        if (scale < Painter.FAR) {
            straight(wires);
        } else {
            gc.setLineWidth(Math.max(1, 2 * Math.min(1.5, scale)));
            gc.setStroke(ink.tokens.faint());
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

    private static boolean is(Optional<io.layerloom.graph.Wire> mark, WireView wire) {
        return mark.isPresent() && mark.get().equals(wire.wire());
    }

    private void emphasised(WireView wire) {
        if (is(frame.marks().hidden(), wire)) {
            return;
        }
        boolean lit = is(frame.lit(), wire) || is(frame.marks().wire(), wire);
        gc.setStroke(lit ? ink.tokens.accent() : ink.tokens.bad());
        curve(wire);
    }

    private void curve(WireView wire) {
        trace(gc, frame.view(), wire.path());
        gc.stroke();
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
