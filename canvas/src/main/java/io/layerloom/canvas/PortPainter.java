package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Draws ports; colour and form tell the kind of tensor: a square for images, a diamond for sequences, a triangle for word numbers, a circle for all else. */
final class PortPainter {

    static final double RADIUS = 4.5;

    private PortPainter() {}

    static void rest(GraphicsContext gc, Ink ink, double x, double y, String kind) {
        form(gc, x, y, RADIUS, kind, ink.tokens.panel(), ink.kind(kind), 1.75);
    }

    /** A port that would take the wire being drawn. */
    static void lit(GraphicsContext gc, Ink ink, double x, double y, String kind, Paint tone) {
        gc.setGlobalAlpha(0.22);
        form(gc, x, y, RADIUS + 5, "", tone, tone, 0);
        gc.setGlobalAlpha(1);
        form(gc, x, y, RADIUS + 0.5, kind, ink.tokens.panel(), tone, 2);
    }

    /** The port on which the wire would land now, or under the pointer. */
    static void chosen(GraphicsContext gc, Ink ink, double x, double y, String kind, Paint tone) {
        gc.setGlobalAlpha(0.28);
        form(gc, x, y, RADIUS + 7, "", tone, tone, 0);
        gc.setGlobalAlpha(1);
        form(gc, x, y, RADIUS + 1, kind, tone, ink.tokens.panel(), 1.5);
    }

    private static void form(
            GraphicsContext gc, double x, double y, double r, String kind, Paint fill, Paint stroke, double width) {
        gc.setFill(fill);
        gc.setStroke(stroke);
        gc.setLineWidth(width);
        switch (kind) {
            case "image" -> {
                double s = r * 0.9;
                gc.fillRoundRect(x - s, y - s, 2 * s, 2 * s, 3.5, 3.5);
                if (width > 0) {
                    gc.strokeRoundRect(x - s, y - s, 2 * s, 2 * s, 3.5, 3.5);
                }
            }
            case "sequence" ->
                polygon(gc, width, new double[] {x - r * 1.15, x, x + r * 1.15, x}, new double[] {
                    y, y - r * 1.15, y, y + r * 1.15
                });
            case "tokens" ->
                polygon(gc, width, new double[] {x - r * 0.9, x + r * 1.15, x - r * 0.9}, new double[] {
                    y - r * 1.1, y, y + r * 1.1
                });
            default -> {
                gc.fillOval(x - r, y - r, 2 * r, 2 * r);
                if (width > 0) {
                    gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
                }
            }
        }
    }

    private static void polygon(GraphicsContext gc, double width, double[] xs, double[] ys) {
        gc.fillPolygon(xs, ys, xs.length);
        if (width > 0) {
            gc.strokePolygon(xs, ys, xs.length);
        }
    }
}
