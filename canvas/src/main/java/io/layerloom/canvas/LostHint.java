package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;

/** Says that no layer is in sight, and how to see them again; a click on it does that. */
final class LostHint extends Button {

    /** @param home shows the whole network */
    LostHint(Runnable home) {
        setId("lost-hint");
        setManaged(false);
        setVisible(false);
        setFocusTraversable(false);
        getStyleClass().addAll(Styles.QUIET, Styles.MUTED);
        setOnAction(event -> home.run());
    }

    /** @param keys what shows the whole network by the keyboard; may be empty */
    void show(List<KeyCombination> keys, double width, double height) {
        setText(keys.stream()
                .findFirst()
                .map(key -> tr("All layers are out of sight. %s shows them.", key.getDisplayText()))
                .orElseGet(() -> tr("All layers are out of sight. Click here to see them.")));
        setVisible(true);
        applyCss();
        double w = Math.min(width, Math.ceil(prefWidth(-1)));
        double h = Math.ceil(prefHeight(w));
        resizeRelocate(Math.rint((width - w) / 2), Math.rint((height - h) / 2), w, h);
    }

    void hide() {
        setVisible(false);
    }
}
