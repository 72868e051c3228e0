package io.layerloom.monitor;

import io.layerloom.themes.Themes;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A small image, pixel by pixel, as the network sees it. */
final class Thumbnail extends Canvas {
    private final int rows;
    private final int columns;

    Thumbnail(int rows, int columns, double side) {
        super(side, side * rows / columns);
        this.rows = rows;
        this.columns = columns;
        show(new float[rows * columns]);
    }

    /** Shows values from 0 (the colour of the panel) to 1 (the colour of text). */
    void show(float[] values) {
        GraphicsContext g = getGraphicsContext2D();
        Color paper = Themes.tokens().raised();
        Color ink = Themes.tokens().text();
        double cell = getWidth() / columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                g.setFill(paper.interpolate(ink, Math.max(0, Math.min(1, values[row * columns + column]))));
                g.fillRect(column * cell, row * cell, cell + 0.5, cell + 0.5);
            }
        }
        g.setStroke(Themes.tokens().line());
        g.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
    }
}
