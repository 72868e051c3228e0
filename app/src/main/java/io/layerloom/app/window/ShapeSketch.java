package io.layerloom.app.window;

import io.layerloom.graph.Shape;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/** A tensor drawn so that its kind is seen at a glance: planes of an image, a cube, columns of a sequence, a row of tokens, dots of a vector. Of many alike only the first few are drawn. */
final class ShapeSketch extends Pane {

    private static final String PART = "ll-sketch-part";

    private static final int MOST = 8;
    private static final int MOST_FEATURES = 6;
    private static final int MOST_PLANES = 4;
    private static final double DOT = 9;
    private static final double LEAST_SIDE = 12;
    private static final double BEHIND = 5;

    private final double width;
    private final double height;
    private Bounds face;

    /**
     * A sketch.
     *
     * @param pixels how long one element of an image is
     */
    ShapeSketch(Shape shape, double pixels) {
        if (shape instanceof Shape.Image image) {
            face = planes(
                    side(image.width(), pixels), side(image.height(), pixels), count(image.channels(), MOST_PLANES));
        } else if (shape instanceof Shape.Volume volume) {
            face = cube(side(volume.width(), pixels), side(volume.height(), pixels), side(volume.depth(), pixels / 2));
        } else if (shape instanceof Shape.Sequence sequence) {
            face = cells(count(sequence.steps(), MOST), count(sequence.features(), MOST_FEATURES), 2);
        } else if (shape instanceof Shape.Tokens tokens) {
            face = cells(count(tokens.steps(), MOST), 1, 4);
        } else {
            face = dots(count(shape.elements(), MOST));
        }
        width = face.getMaxX() + (shape instanceof Shape.Volume ? side(((Shape.Volume) shape).depth(), pixels / 2) : 0);
        height = face.getMaxY();
        setMouseTransparent(true);
    }

    /** What shows to the front, of the first channel. */
    Bounds face() {
        return face;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The longest side of what is drawn to scale; 0 of what is not. */
    static long longest(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return Math.max(image.height(), image.width());
        }
        return shape instanceof Shape.Volume volume ? Math.max(volume.height(), volume.width()) : 0;
    }

    private static int count(long size, int most) {
        return (int) Math.min(size, most);
    }

    private static double side(long size, double pixels) {
        return Math.max(LEAST_SIDE, size * pixels);
    }

    private Bounds planes(double wide, double high, int planes) {
        for (int plane = planes - 1; plane >= 0; plane--) {
            double shift = plane * BEHIND;
            draw(new Rectangle(shift, (planes - 1) * BEHIND - shift, wide, high));
        }
        return new BoundingBox(0, (planes - 1) * BEHIND, wide + (planes - 1) * BEHIND, high);
    }

    private Bounds cube(double wide, double high, double deep) {
        double shift = deep / 2;
        draw(new Polygon(0, shift, deep, 0, wide + deep, 0, wide, shift));
        draw(new Polygon(wide, shift, wide + deep, 0, wide + deep, high, wide, shift + high));
        draw(new Rectangle(0, shift, wide, high));
        return new BoundingBox(0, shift, wide, high);
    }

    private Bounds cells(int columns, int rows, double radius) {
        double cell = rows == 1 ? DOT + 4 : DOT;
        double step = cell + 4;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                Rectangle part = new Rectangle(column * step, row * (cell + 1), cell, cell);
                part.setArcWidth(2 * radius);
                part.setArcHeight(2 * radius);
                draw(part);
            }
        }
        return new BoundingBox(0, 0, columns * step - 4, rows * (cell + 1) - 1);
    }

    private Bounds dots(int dots) {
        for (int dot = 0; dot < dots; dot++) {
            draw(new Circle(DOT / 2, DOT / 2 + dot * (DOT + 3), DOT / 2));
        }
        return new BoundingBox(0, 0, DOT, dots * (DOT + 3) - 3);
    }

    private void draw(javafx.scene.shape.Shape part) {
        part.getStyleClass().add(PART);
        getChildren().add(part);
    }
}
