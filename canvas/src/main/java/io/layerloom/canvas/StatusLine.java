package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;

/** The quiet line in the lower left corner: scale, layers, problems. */
final class StatusLine extends Label {

    StatusLine() {
        getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(double scale, int layers, int selected, Inference inference) {
        setText(StatusText.of(scale, layers, selected, inference));
        applyCss();
        resize(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
    }
}
