package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.graph.language.Language;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Themes;
import java.util.Optional;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The quiet line in the lower left corner: scale, layers, problems. */
final class StatusLine extends Label {

    private record Shown(
            double scale,
            int layers,
            int selected,
            Inference inference,
            Optional<Costs> costs,
            Language language,
            TextSize size) {
        /** The same inference is the same object. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Shown that
                    && scale == that.scale
                    && layers == that.layers
                    && selected == that.selected
                    && inference == that.inference
                    && costs.equals(that.costs)
                    && language == that.language
                    && size == that.size;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(scale);
        }
    }

    private @Nullable Shown shown;

    StatusLine() {
        getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        // Legible also where a node lies under it.
        setStyle("-fx-background-color: -ll-background; -fx-background-radius: 5px; -fx-padding: 3px 6px 3px 6px;");
        setOpacity(0.92);
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(double scale, int layers, int selected, Inference inference, Optional<Costs> costs) {
        Shown now = new Shown(
                scale,
                layers,
                selected,
                inference,
                costs,
                Language.current(),
                Themes.textSize().get());
        if (now.equals(shown)) {
            return;
        }
        boolean resized = shown == null || shown.size != now.size;
        shown = now;
        String words = StatusText.of(scale, layers, selected, inference, costs);
        if (words.equals(getText()) && !resized) {
            return;
        }
        setText(words);
        applyCss();
        resize(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
    }
}
