package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what a gesture shows while it lasts. */
final class MarkPainter {

    private final GraphicsContext gc;
    private final Ink ink;
    private final Painter.Frame frame;
    private final Viewport view;

    MarkPainter(GraphicsContext gc, Ink ink, Painter.Frame frame) {
        this.gc = gc;
        this.ink = ink;
        this.frame = frame;
        this.view = frame.view();
    }

    void paint() {
        Marks marks = frame.marks();
        marks.guides().forEach(this::guide);
        marks.ghosts().forEach(this::ghost);
        marks.loose().ifPresent(this::loose);
        marks.ports().forEach(this::port);
        if (marks.ports().isEmpty() && view.zoom() >= Painter.MIDDLE) {
            frame.hoveredPort().ifPresent(port -> port(port, Marks.Answer.CHOSEN));
        }
        marks.marquee().ifPresent(this::marquee);
        marks.way().ifPresent(path -> wire(path, ink.tokens.accent()));
        if (marks.stroke().size() > 1) {
            stroke(marks.stroke());
        }
    }

    private void guide(Marks.Guide guide) {
        gc.setStroke(ink.tokens.accent().deriveColor(0, 1, 1, 0.7));
        gc.setLineWidth(1);
        gc.setLineDashes(4, 4);
        Point from = view.toScreen(guide.from());
        Point to = view.toScreen(guide.to());
        gc.strokeLine(middle(from.x()), middle(from.y()), middle(to.x()), middle(to.y()));
        gc.setLineDashes();
    }

    private static double middle(double at) {
        return Math.floor(at) + 0.5;
    }

    private void ghost(Marks.Ghost ghost) {
        double margin = NodePicture.MARGIN;
        gc.save();
        gc.setGlobalAlpha(0.85);
        gc.translate(
                view.screenX(ghost.at().x() - margin), view.screenY(ghost.at().y() - margin));
        gc.scale(view.scale(), view.scale());
        new NodePicture(ghost.face()).paint(gc, ink);
        gc.setGlobalAlpha(1);
        gc.setStroke(ink.tokens.accent());
        gc.setLineWidth(1.5);
        gc.setLineDashes(5, 4);
        double arc = 2 * NodePicture.RADIUS;
        gc.strokeRoundRect(margin, margin, NodeFace.WIDTH, ghost.face().height(), arc, arc);
        gc.restore();
    }

    private void loose(Marks.Loose loose) {
        wire(WireRouter.direct(loose.from(), loose.to()), loose.misfit() ? ink.tokens.warn() : ink.tokens.accent());
    }

    private void port(Port port, Marks.Answer answer) {
        frame.diagram().node(port.node()).ifPresent(node -> {
            Point at = node.place(port);
            Color tone = answer == Marks.Answer.MISFITS || answer == Marks.Answer.CHOSEN_MISFIT
                    ? ink.tokens.warn()
                    : ink.tokens.accent();
            String kind = port.input()
                    ? node.face().inputs().get(port.index())
                    : node.face().output();
            gc.save();
            gc.translate(view.screenX(at.x()), view.screenY(at.y()));
            double scale = Math.max(0.6, view.scale());
            gc.scale(scale, scale);
            if (answer == Marks.Answer.CHOSEN || answer == Marks.Answer.CHOSEN_MISFIT) {
                PortPainter.chosen(gc, ink, 0, 0, kind, tone);
            } else {
                PortPainter.lit(gc, ink, 0, 0, kind, tone);
            }
            gc.restore();
        });
    }

    private void wire(WirePath path, Color colour) {
        gc.setStroke(colour);
        gc.setLineWidth(WirePainter.width(view.scale()));
        WirePainter.trace(gc, view, path);
        gc.stroke();
    }

    private void stroke(List<Point> points) {
        gc.setStroke(ink.tokens.bad());
        gc.setLineWidth(1.5);
        gc.setLineDashes(6, 4);
        gc.beginPath();
        gc.moveTo(view.screenX(points.get(0).x()), view.screenY(points.get(0).y()));
        points.forEach(at -> gc.lineTo(view.screenX(at.x()), view.screenY(at.y())));
        gc.stroke();
        gc.setLineDashes();
    }

    private void marquee(Box world) {
        Box box = view.toScreen(world);
        gc.setFill(ink.tokens.accent().deriveColor(0, 1, 1, 0.10));
        gc.fillRect(box.x(), box.y(), box.width(), box.height());
        gc.setStroke(ink.tokens.accent());
        gc.setLineWidth(1);
        gc.strokeRect(
                Math.floor(box.x()) + 0.5, Math.floor(box.y()) + 0.5, Math.rint(box.width()), Math.rint(box.height()));
    }
}
