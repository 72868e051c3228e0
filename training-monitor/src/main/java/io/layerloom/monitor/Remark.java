package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A sentence about an answer that is awaited or did not come, with the way to try again; takes no room when there is nothing to say. */
final class Remark extends VBox {

    private final Label sentence = new Label();
    private final Button again = new Button(tr("Try again"), Icons.REFRESH.node());

    /** A remark that says nothing yet; {@code retry} asks once more for what did not come. */
    Remark(Runnable retry) {
        super(Measure.SPACE_8);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(event -> retry.run());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(sentence, again);
        hush();
    }

    /** Says nothing. */
    void hush() {
        setVisible(false);
    }

    /** Says how things stand. */
    void say(String words) {
        tell(words, Styles.MUTED, false);
    }

    /** Says why there is no answer. */
    void fail(String why) {
        tell(why, Styles.BAD, true);
    }

    private void tell(String words, String style, boolean failed) {
        sentence.setText(words);
        sentence.getStyleClass().setAll("label", style);
        again.setVisible(failed);
        setVisible(true);
    }
}
