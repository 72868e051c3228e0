package io.layerloom.canvas;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The sign in the upper right corner of a node whose layer is frozen, in the node's own coordinates. */
final class Snowflake {

    static final double SIDE = 13;

    private static final double X = NodeFace.WIDTH - 16;
    private static final double Y = 17;

    /** A stroke. */
    record Stroke(double x1, double y1, double x2, double y2) {}

    /** Three beams through the middle, each with a fork at either end. */
    static final List<Stroke> STROKES = strokes();

    private Snowflake() {}

    private static List<Stroke> strokes() {
        List<Stroke> strokes = new java.util.ArrayList<>();
        double r = SIDE / 2;
        for (int arm = 0; arm < 6; arm++) {
            double angle = Math.PI / 6 + arm * Math.PI / 3;
            strokes.add(new Stroke(X, Y, X + r * Math.cos(angle), Y + r * Math.sin(angle)));
            for (double turn : new double[] {-Math.PI / 4, Math.PI / 4}) {
                double x = X + 0.55 * r * Math.cos(angle);
                double y = Y + 0.55 * r * Math.sin(angle);
                strokes.add(
                        new Stroke(x, y, x + 0.4 * r * Math.cos(angle + turn), y + 0.4 * r * Math.sin(angle + turn)));
            }
        }
        return List.copyOf(strokes);
    }

    static void paint(GraphicsContext gc, Color colour) {
        gc.setStroke(colour);
        gc.setLineWidth(1.2);
        gc.setLineCap(StrokeLineCap.ROUND);
        for (Stroke stroke : STROKES) {
            gc.strokeLine(stroke.x1, stroke.y1, stroke.x2, stroke.y2);
        }
    }
}
