package io.layerloom.monitor;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** One sentence about where a run stands, with what can be done next; the buttons are below it where it leaves too little room; takes no room when there is nothing to say. */
final class StatusLine extends FlowPane {
    private final Label text = new Label();

    StatusLine() {
        super(Measure.SPACE_12, Measure.SPACE_4);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0); // a long sentence wraps
        text.setWrapText(true);
        text.maxWidthProperty().bind(widthProperty());
        text.setMinHeight(USE_PREF_SIZE);
        text.setGraphicTextGap(Measure.SPACE_8);
        managedProperty().bind(visibleProperty());
        clear();
    }

    void clear() {
        setVisible(false);
    }

    void say(String sentence, Icons icon, String style) {
        text.setText(sentence);
        var graphic = icon.node();
        graphic.getStyleClass().add(style);
        text.setGraphic(graphic);
        getChildren().setAll(text);
        setVisible(true);
    }

    /** Puts a button beside the sentence, if there is something to run. */
    void offer(String word, @Nullable Runnable run) {
        if (run != null) {
            Button button = new Button(word);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> run.run());
            getChildren().add(button);
        }
    }
}
