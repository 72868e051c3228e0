package io.layerloom.canvas;

import io.layerloom.graph.Point;
import io.layerloom.themes.Tokens;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws the wires in sight. */
final class WirePainter {

    /** So far, at most, what is drawn of a wire stands out from its box: the discs of its reroute points, and lines of a pixel where the network is seen from afar. */
    static final double MARGIN = 6;

    private static final double FAR_OPACITY = 0.6;
    private static final double BEND = 3.5;

    private final Brush brush;
    private final Painter.Frame frame;
    private final Lens lens;
    private final Outlines outlines;
    private final double width;

    WirePainter(Brush brush) {
        this.brush = brush;
        this.frame = brush.frame();
        this.lens = brush.lens();
        this.outlines = brush.outlines();
        this.width = brush.pixels(width(brush.zoom()));
    }

    void paint(List<WireView> wires) {
        Color faint = brush.ink().tokens.faint();
        if (brush.detail() < Painter.FAR) {
            wires.forEach(this::straight);
            brush.fill(faint, FAR_OPACITY);
            return;
        }
        for (WireView wire : wires) {
            if (!special(wire)) {
                line(wire, faint);
            }
        }
        wires.stream().filter(this::special).forEach(this::emphasised);
    }

    /** The wires between what is dragged and what stays. */
    void stretched() {
        Shift shift = frame.shift();
        Color faint = brush.ink().tokens.faint();
        for (WireView view : frame.diagram().wires()) {
            if (shift.stretches(view.wire())) {
                trace(shift.direct(view));
                brush.fill(faint);
            }
        }
    }

    private void straight(WireView wire) {
        double[] p = wire.path().points();
        outlines.move(lens.x(p[0]), lens.y(p[1]));
        outlines.point(lens.x(p[p.length - 2]), lens.y(p[p.length - 1]));
        outlines.stroke(brush.pixels(1));
    }

    private boolean special(WireView wire) {
        return wire.bad() || frame.isLit(wire.wire()) || frame.isHidden(wire.wire());
    }

    private void emphasised(WireView wire) {
        if (!frame.isHidden(wire.wire())) {
            Tokens tokens = brush.ink().tokens;
            line(wire, frame.isLit(wire.wire()) ? tokens.accent() : tokens.bad());
        }
    }

    private void line(WireView wire, Color colour) {
        double radius = brush.pixels(BEND * Math.min(1.5, brush.zoom()));
        for (Point bend : wire.route().bends()) {
            outlines.disc(lens.x(bend.x()), lens.y(bend.y()), radius);
        }
        trace(wire.path());
        brush.fill(colour);
    }

    private void trace(WirePath path) {
        double[] p = path.points();
        outlines.move(lens.x(p[0]), lens.y(p[1]));
        for (int i = 0; i + 7 < p.length; i += 6) {
            boolean level = p[i + 1] == p[i + 7] && p[i + 3] == p[i + 7] && p[i + 5] == p[i + 7];
            if (level) {
                outlines.point(lens.x(p[i + 6]), lens.y(p[i + 7]));
            } else {
                outlines.curve(
                        lens.x(p[i + 2]),
                        lens.y(p[i + 3]),
                        lens.x(p[i + 4]),
                        lens.y(p[i + 5]),
                        lens.x(p[i + 6]),
                        lens.y(p[i + 7]));
            }
        }
        outlines.stroke(width);
    }

    /** How thick a wire is at a scale, in pixels of the window. */
    static double width(double scale) {
        return Math.max(1, 2 * Math.min(1.5, scale));
    }

    /** Prepares the line of a wire for what is drawn above the picture. */
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
