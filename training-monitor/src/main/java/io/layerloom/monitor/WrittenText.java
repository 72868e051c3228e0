package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a network wrote after an epoch that foretells next tokens, or put into the gaps of a text, in at most three lines, or in one where room is scarce; without a place of its own while there is nothing. */
final class WrittenText extends VBox {

    private static final double THREE_LINES = 58;
    private static final double WIDEST_TIP = 560;

    private final Label when = new Label();
    private final Label text = new Label();

    WrittenText() {
        super(Measure.SPACE_4);
        when.getStyleClass().add(Styles.FIGURE_LABEL);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        when.setMinWidth(USE_PREF_SIZE);
        fold(false);
        clear();
    }

    /** One text below the other, each with its epoch, as they were written. */
    static VBox all(List<RunEvent.Written> written) {
        return all(written, WrittenText::show);
    }

    /** The same for gaps that were filled. */
    static VBox allRestored(List<RunEvent.Restored> restored) {
        return all(restored, WrittenText::show);
    }

    /** The same for targets of one source. */
    static VBox allTranslated(List<RunEvent.Translated> translated) {
        return all(translated, WrittenText::show);
    }

    private static <E> VBox all(List<E> events, BiConsumer<WrittenText, E> show) {
        VBox all = new VBox(Measure.SPACE_12);
        for (E one : events) {
            WrittenText shown = new WrittenText();
            shown.text.setMaxHeight(Double.MAX_VALUE);
            show.accept(shown, one);
            all.getChildren().add(shown);
        }
        return all;
    }

    /** Takes one line with its epoch in front instead of three below it; all of the text is in its tooltip then. */
    void fold(boolean folded) {
        if (!getChildren().isEmpty() && folded == text.getParent() instanceof HBox) {
            return;
        }
        getChildren().clear();
        if (folded) {
            HBox line = new HBox(Measure.SPACE_12, when, text);
            line.setAlignment(Pos.BASELINE_LEFT);
            getChildren().add(line);
        } else {
            getChildren().addAll(when, text);
        }
        text.setWrapText(!folded);
        text.setMaxHeight(folded ? USE_PREF_SIZE : Measure.text(THREE_LINES));
        text.setMinHeight(USE_PREF_SIZE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(Measure.text(WIDEST_TIP));
        whole.textProperty().bind(text.textProperty());
        text.setTooltip(folded ? whole : null);
    }

    void clear() {
        text.setText("");
        setVisible(false);
    }

    void show(RunEvent.Written written) {
        show(tr("Written after epoch %d", written.epoch()), written.text());
    }

    void show(RunEvent.Restored restored) {
        show(tr("Gaps filled after epoch %d", restored.epoch()), restored.text());
    }

    void show(RunEvent.Translated translated) {
        show(tr("Written after epoch %d", translated.epoch()), translated.source() + "  →  " + translated.text());
    }

    private void show(String title, String what) {
        when.setText(title);
        text.setText(what.strip().replaceAll("\\s*\\n\\s*", " ¶ "));
        setVisible(true);
    }
}
