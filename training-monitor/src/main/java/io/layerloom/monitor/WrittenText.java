package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a network that foretells next tokens wrote after an epoch, in at most three lines, or in one where room is scarce; without a place of its own while there is nothing. */
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
        VBox all = new VBox(Measure.SPACE_12);
        for (RunEvent.Written one : written) {
            WrittenText shown = new WrittenText();
            shown.text.setMaxHeight(Double.MAX_VALUE);
            shown.show(one);
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
        text.setMaxHeight(folded ? USE_PREF_SIZE : THREE_LINES);
        text.setMinHeight(USE_PREF_SIZE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_TIP);
        whole.textProperty().bind(text.textProperty());
        text.setTooltip(folded ? whole : null);
    }

    void clear() {
        text.setText("");
        setVisible(false);
    }

    void show(RunEvent.Written written) {
        when.setText("Written after epoch " + written.epoch());
        text.setText(written.text().strip().replaceAll("\\s*\\n\\s*", " ¶ "));
        setVisible(true);
    }
}
