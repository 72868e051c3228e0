package io.layerloom.monitor.chart;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A short piece of a curve as the chart draws it, to stand before its name: noisy values with a band, measured ones with a dot, other runs thin and their validation dashed. */
final class LineSample extends Region {
    private static final double WIDTH = 16;
    private static final double HEIGHT = 10;
    private static final double BAND = 8;

    LineSample(Curve.Kind kind, Color colour) {
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        if (kind == Curve.Kind.TRAINING) {
            Rectangle band = new Rectangle(0, (HEIGHT - BAND) / 2, WIDTH, BAND);
            band.setFill(colour.deriveColor(0, 1, 1, PlotArea.BAND));
            getChildren().add(band);
        }
        Line line = new Line(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        line.setStroke(colour);
        line.setStrokeWidth(kind.thickness());
        if (kind.isDashed()) {
            line.getStrokeDashArray().setAll(PlotArea.DASH, PlotArea.DASH * 2 / 3);
        }
        getChildren().add(line);
        if (kind.dot() > 0) {
            getChildren().add(new Circle(WIDTH / 2, HEIGHT / 2, kind.dot(), colour));
        }
    }
}
