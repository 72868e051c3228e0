package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Input;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TabLeadsOn;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A sentence for the network to read; it is read a moment after the last key, or at once when an example is chosen. */
public final class SentenceField extends VBox {
    private final TextArea text = new TextArea();
    private final PauseTransition quiet = new PauseTransition(Duration.millis(150));
    private @Nullable Consumer<Input> onInput;
    private @Nullable Runnable onCleared;

    /** A field with some examples to choose from. */
    public SentenceField(List<String> examples) {
        super(Measure.SPACE_8);
        text.setPromptText(tr("Write a sentence"));
        text.setWrapText(true);
        text.setPrefRowCount(4);
        TabLeadsOn.from(text);
        text.setAccessibleText(tr("Sentence for the network to read"));
        quiet.setOnFinished(e -> tell());
        text.textProperty().addListener(o -> quiet.playFromStart());
        getChildren().add(text);
        if (!examples.isEmpty()) {
            Label or = new Label(tr("Or try one of these:"));
            or.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
            getChildren().add(or);
        }
        for (String example : examples) {
            Hyperlink link = new Hyperlink(example);
            link.setWrapText(true);
            link.setOnAction(e -> setText(example));
            getChildren().add(link);
        }
    }

    /** Puts a sentence into the field and has it read at once. */
    public void setText(String sentence) {
        text.setText(sentence);
        quiet.stop();
        tell();
    }

    /** Who gets the sentence. */
    public void setOnInput(Consumer<Input> consumer) {
        onInput = consumer;
    }

    /** What happens when the field was emptied. */
    public void setOnCleared(Runnable action) {
        onCleared = action;
    }

    private void tell() {
        String sentence = text.getText().strip();
        if (sentence.isEmpty()) {
            if (onCleared != null) {
                onCleared.run();
            }
        } else if (onInput != null) {
            onInput.accept(new Input.Text(sentence));
        }
    }
}
