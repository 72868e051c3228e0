package io.layerloom.monitor;

import io.layerloom.themes.Themes;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A small image, pixel by pixel, as the network sees it. */
final class Thumbnail extends Canvas {
    private final int rows;
    private final int columns;

    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener recolour = o -> paint();

    private float[] shown;

    Thumbnail(int rows, int columns, double side) {
        super(side, side * rows / columns);
        this.rows = rows;
        this.columns = columns;
        shown = new float[rows * columns];
        paint();
        Themes.current().addListener(new WeakInvalidationListener(recolour));
    }

    /** Shows values from 0 (the colour of the panel) to 1 (the colour of text). */
    void show(float[] values) {
        shown = values.clone();
        paint();
    }

    private void paint() {
        GraphicsContext g = getGraphicsContext2D();
        Color paper = Themes.tokens().raised();
        Color ink = Themes.tokens().text();
        double cell = getWidth() / columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                g.setFill(paper.interpolate(ink, Math.max(0, Math.min(1, shown[row * columns + column]))));
                g.fillRect(column * cell, row * cell, cell + 0.5, cell + 0.5);
            }
        }
        g.setStroke(Themes.tokens().line());
        g.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
    }
}
