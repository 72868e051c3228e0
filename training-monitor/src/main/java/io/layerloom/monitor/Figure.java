package io.layerloom.monitor;

import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A large figure under the name of what it counts; its width does not depend on its digits, unless there are uncommonly many. */
final class Figure extends VBox {
    private final Label name = new Label();
    private final Label value = new Label(Figures.NONE);
    private final double least;

    /** A figure that is at least {@code width} pixels wide, at 100 %, and takes more where there is room. */
    Figure(double width) {
        name.getStyleClass().add(Styles.FIGURE_LABEL);
        value.getStyleClass().addAll(Styles.MONO, Styles.FIGURE);
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, value);
        setSpacing(1);
        least = width;
        setMaxWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
    }

    private double least() {
        return Measure.text(least);
    }

    /** How many pixels wider than common the figure is. */
    double surplus() {
        return Math.max(0, value.prefWidth(-1) - least());
    }

    @Override
    protected double computeMinWidth(double height) {
        return least() + surplus();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(least() + 36, least() + surplus());
    }

    void setName(String text) {
        name.setText(text);
    }

    void set(String text) {
        value.setText(text);
        setAccessibleText(name.getText() + " " + text);
    }
}
