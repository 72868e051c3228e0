package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws frames behind everything else. */
final class FramePainter {

    private static final double ARC = 16;
    private static final double INSET = 12;

    private FramePainter() {}

    static void paint(GraphicsContext gc, Ink ink, Viewport view, Box sight, List<Frame> frames) {
        for (Frame frame : frames) {
            Box world = FrameGesture.box(frame);
            if (!world.overlaps(sight)) {
                continue;
            }
            Box box = view.toScreen(world);
            double arc = ARC * view.scale();
            gc.setFill(ink.tokens.accent().deriveColor(0, 1, 1, 0.05));
            gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
            gc.setStroke(ink.tokens.line());
            gc.setLineWidth(1);
            gc.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, arc, arc);
            if (view.scale() >= Painter.FAR) {
                title(gc, ink, view, frame);
            }
        }
    }

    private static void title(GraphicsContext gc, Ink ink, Viewport view, Frame frame) {
        gc.save();
        gc.translate(view.screenX(frame.x()), view.screenY(frame.y()));
        gc.scale(view.scale(), view.scale());
        gc.setFill(ink.tokens.muted());
        ink.write(gc, ink.fitted(frame.title(), ink.title, frame.width() - 2 * INSET), ink.title, INSET, 21);
        double right = frame.width() - 5;
        double bottom = frame.height() - 5;
        gc.setStroke(ink.tokens.faint());
        gc.setLineWidth(1.25);
        gc.strokeLine(right - 8, bottom, right, bottom - 8);
        gc.strokeLine(right - 4, bottom, right, bottom - 4);
        gc.restore();
    }
}
