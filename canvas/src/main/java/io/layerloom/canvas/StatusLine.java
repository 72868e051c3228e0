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
            TextSize size,
            double room) {
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
                    && size == that.size
                    && room == that.room;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(scale);
        }
    }

    /** Text that lies over the drawing is not mixed with that of a card below or beside it. */
    static final String GROUND = "-fx-background-color: -ll-line, -ll-background; -fx-background-insets: 0px, 1px; "
            + "-fx-background-radius: 5px, 4px; -fx-padding: 3px 6px 3px 6px;";

    private @Nullable Shown shown;

    StatusLine() {
        getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        setStyle(GROUND);
        setManaged(false);
        setMouseTransparent(true);
        setWrapText(true);
    }

    /** @param room its greatest width; it takes more lines where that is too little */
    void show(double scale, int layers, int selected, Inference inference, Optional<Costs> costs, double room) {
        Shown now = new Shown(
                scale,
                layers,
                selected,
                inference,
                costs,
                Language.current(),
                Themes.textSize().get(),
                room);
        if (now.equals(shown)) {
            return;
        }
        boolean resized = shown == null || shown.size != now.size || shown.room != now.room;
        shown = now;
        String words = StatusText.of(scale, layers, selected, inference, costs);
        if (words.equals(getText()) && !resized) {
            return;
        }
        setText(words);
        applyCss();
        double width = Math.min(room, Math.ceil(prefWidth(-1)));
        resize(width, Math.ceil(prefHeight(width)));
    }
}
