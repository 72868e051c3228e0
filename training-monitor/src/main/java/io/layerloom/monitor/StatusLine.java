package io.layerloom.monitor;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One sentence about where a run stands, with what can be done next; takes no room when there is nothing to say. */
final class StatusLine extends HBox {
    private final Label text = new Label();
    private final Button action = new Button();

    StatusLine() {
        super(Measure.SPACE_12);
        setAlignment(Pos.CENTER_LEFT);
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        text.setMinWidth(0);
        text.setGraphicTextGap(Measure.SPACE_8);
        action.setMinWidth(USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(text, action);
        clear();
    }

    void clear() {
        setVisible(false);
        action.setVisible(false);
    }

    void say(String sentence, Icons icon, String style) {
        text.setText(sentence);
        var graphic = icon.node();
        graphic.getStyleClass().add(style);
        text.setGraphic(graphic);
        action.setVisible(false);
        setVisible(true);
    }

    /** As {@link #say}, with a button beside it; without, if there is nothing to run. */
    void say(String sentence, Icons icon, String style, String button, @Nullable Runnable run) {
        say(sentence, icon, style);
        if (run != null) {
            action.setText(button);
            action.setOnAction(e -> run.run());
            action.setVisible(true);
        }
    }
}
