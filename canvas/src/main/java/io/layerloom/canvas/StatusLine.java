package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;

/** The quiet line in the lower left corner: scale, layers, problems. */
final class StatusLine extends Label {

    StatusLine() {
        getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        // Legible also where a node lies under it.
        setStyle("-fx-background-color: -ll-background; -fx-background-radius: 5px; -fx-padding: 3px 6px 3px 6px;");
        setOpacity(0.92);
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(double scale, int layers, int selected, Inference inference) {
        setText(StatusText.of(scale, layers, selected, inference));
        applyCss();
        resize(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
    }
}
