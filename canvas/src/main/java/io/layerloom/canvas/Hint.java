package io.layerloom.canvas;

import io.layerloom.graph.Point;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;

/** A short text beside the pointer. */
final class Hint extends Label {

    private static final double AWAY = 18;

    Hint() {
        getStyleClass().addAll(Styles.HOVER_CARD, Styles.CAPTION);
        setWrapText(true);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Shows a text below a point on the screen, inside a window of this size. */
    void show(String text, boolean caution, Point at, double width, double height) {
        setText(text);
        getStyleClass().remove(Styles.WARN);
        if (caution) {
            getStyleClass().add(Styles.WARN);
        }
        setVisible(true);
        setMaxWidth(Math.min(Measure.text(280), width - 8));
        applyCss();
        double w = Math.min(prefWidth(-1), getMaxWidth());
        double h = prefHeight(w);
        double x = Math.max(4, Math.min(at.x() + AWAY / 2, width - w - 4));
        double y = at.y() + AWAY + h > height ? at.y() - AWAY - h : at.y() + AWAY;
        resizeRelocate(Math.rint(x), Math.rint(y), w, h);
        layout();
    }

    void hush() {
        setVisible(false);
    }
}
