package io.layerloom.monitor;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where there is nothing to show yet: what this place is for, and how something comes here. */
final class EmptyState extends VBox {

    EmptyState(Icons icon, String title, String explanation) {
        super(Measure.SPACE_8);
        getStyleClass().add(Styles.EMPTY);
        var picture = icon.node(28);
        picture.getStyleClass().add(Styles.FAINT);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE);
        Label text = new Label(explanation);
        text.getStyleClass().add(Styles.MUTED);
        text.setWrapText(true);
        text.setMaxWidth(460);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(picture, heading, text);
    }
}
