package io.layerloom.canvas;

import io.layerloom.graph.Difference;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/** The sign of how a layer differs from that of another network, told by its form as well as by its colour: plus, minus, unequal, and a square that grows. */
public final class ChangeSign extends Canvas {

    static final double SIDE = 14;

    private static final double ARC = 5;

    /** The sign in the theme of now. */
    public ChangeSign(Difference.Kind kind) {
        super(SIDE, SIDE);
        paint(getGraphicsContext2D(), Themes.tokens(), kind, 0, 0);
    }

    /** Paints it with its upper left corner at a place. */
    static void paint(GraphicsContext gc, Tokens tokens, Difference.Kind kind, double x, double y) {
        gc.setFill(tokens.change(kind.name()));
        gc.fillRoundRect(x, y, SIDE, SIDE, ARC, ARC);
        gc.setStroke(tokens.raised());
        gc.setLineWidth(1.6);
        gc.setLineCap(StrokeLineCap.ROUND);
        switch (kind) {
            case ADDED -> {
                gc.strokeLine(x + 3.5, y + 7, x + 10.5, y + 7);
                gc.strokeLine(x + 7, y + 3.5, x + 7, y + 10.5);
            }
            case REMOVED -> gc.strokeLine(x + 3.5, y + 7, x + 10.5, y + 7);
            case SETTINGS -> {
                gc.strokeLine(x + 3.5, y + 5.3, x + 10.5, y + 5.3);
                gc.strokeLine(x + 3.5, y + 8.7, x + 10.5, y + 8.7);
                gc.strokeLine(x + 5.2, y + 11, x + 8.8, y + 3);
            }
            case SHAPE -> {
                gc.strokeRect(x + 3.2, y + 6.2, 4.6, 4.6);
                gc.strokeLine(x + 7, y + 3.2, x + 10.8, y + 3.2);
                gc.strokeLine(x + 10.8, y + 3.2, x + 10.8, y + 7);
            }
        }
    }
}
