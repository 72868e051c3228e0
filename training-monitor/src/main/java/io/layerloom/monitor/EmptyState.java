package io.layerloom.monitor;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where there is nothing to show yet: what this place is for, and how something comes here. */
public final class EmptyState extends VBox {
    private static final double WIDEST = 460;

    private final Label heading = new Label();
    private final Label text = new Label();

    /** A picture whose words are still to be {@link #say said}. */
    EmptyState(Icons icon) {
        this(icon, "", "");
    }

    /** A picture, a few words and a sentence or two, in the middle of their place; below them what can be done, if anything. */
    public EmptyState(Icons icon, String title, String explanation, Node... actions) {
        super(Measure.SPACE_8);
        getStyleClass().add(Styles.EMPTY);
        var picture = icon.node(Icons.LARGE);
        picture.getStyleClass().add(Styles.FAINT);
        heading.getStyleClass().add(Styles.TITLE);
        text.getStyleClass().add(Styles.MUTED);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        say(title, explanation);
        getChildren().addAll(picture, heading, text);
        for (Node action : actions) {
            offer(action);
        }
    }

    /** Offers below the words something that can be done. */
    final void offer(Node action) {
        VBox.setMargin(action, new Insets(Measure.SPACE_8, 0, 0, 0));
        getChildren().add(action);
    }

    /** Says something else. */
    final void say(String title, String explanation) {
        heading.setText(title);
        text.setText(explanation);
        text.setMaxWidth(Measure.text(WIDEST));
    }
}
