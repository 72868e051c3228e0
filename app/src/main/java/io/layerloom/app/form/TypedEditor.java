package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field into which a value is typed. Enter and leaving the field hand an accepted value on; a refused one stays as it was typed, marked and with the reason, while the last value holds.
 * Escape puts the last value back.
 */
public final class TypedEditor<T> extends Editor<T> {

    private final TextField field = new TextField();
    private final Function<T, String> written;
    private final Function<String, Reading<T>> read;
    private T last;
    private boolean insistent;

    /** Whether several values are edited at once; then an empty field stands for them. */
    private boolean several;

    /** What an empty field says by itself. */
    private String prompt = "";

    /** What was refused when the field was left or Enter was pressed; empty where the field shows the value that holds. */
    private Optional<String> refused = Optional.empty();

    /**
     * A field that shows {@code initial}.
     *
     * @param written how a value is shown in the field
     * @param read what a text stands for
     */
    public TypedEditor(T initial, Function<T, String> written, Function<String, Reading<T>> read) {
        this.written = written;
        this.read = read;
        this.last = initial;
        field.textProperty().addListener((observable, before, text) -> {
            judge(text);
            read.apply(text).accepted().ifPresent(this::typing);
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                finish();
            }
        });
        field.setOnAction(event -> enter());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && !isUntouched()
                    && !field.getText().equals(written.apply(last))) {
                putBack();
                event.consume();
            }
        });
        show(initial);
    }

    @Override
    public TextField node() {
        return field;
    }

    /** The same editor in the face of figures. */
    TypedEditor<T> monospaced() {
        field.getStyleClass().add(Styles.MONO);
        return this;
    }

    /** Enter hands an unchanged value on as well, because what it names may have changed. */
    TypedEditor<T> insistent() {
        insistent = true;
        return this;
    }

    /** Shows a value; where it is the one that holds anyway, a refused text is left to be mended, and what is being typed to be finished. */
    @Override
    public void show(T value) {
        boolean unfinished = refused.isPresent() || field.isFocused();
        if (several || !unfinished || !value.equals(last)) {
            put(value);
        }
    }

    @Override
    public void putBack() {
        if (several) {
            showSeveral();
        } else {
            put(last);
        }
    }

    @Override
    public void showSeveral() {
        if (!several) {
            prompt = field.getPromptText();
        }
        several = true;
        refused = Optional.empty();
        field.setPromptText(tr("several values"));
        field.clear();
        judge("");
    }

    private void put(T value) {
        last = value;
        if (several) {
            field.setPromptText(prompt);
        }
        several = false;
        refused = Optional.empty();
        String text = written.apply(value);
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.end();
        }
        judge(text);
    }

    /** The accepted value that the field shows now, or the last one. */
    T value() {
        return read.apply(field.getText()).accepted().orElse(last);
    }

    /** Shows a value and hands it on. */
    void choose(T value) {
        boolean changed = several || !value.equals(last);
        put(value);
        if (changed) {
            commit(value);
        }
    }

    private void enter() {
        boolean unchanged = value().equals(last);
        finish();
        if (unchanged && insistent) {
            commit(last);
        }
    }

    private void finish() {
        if (isUntouched()) {
            return;
        }
        Optional<T> value = read.apply(field.getText()).accepted();
        if (value.isPresent()) {
            choose(value.get());
        } else {
            refused = Optional.of(field.getText());
            judge(field.getText());
        }
    }

    private boolean isUntouched() {
        return several && field.getText().isEmpty();
    }

    private void judge(String text) {
        if (isUntouched()) {
            fault(Optional.empty());
            field.getStyleClass().remove(Styles.INVALID);
            return;
        }
        boolean left = refused.equals(Optional.of(text));
        fault(read.apply(text).fault().map(why -> left ? tr("%s. Still in force: %s", why, written.apply(last)) : why));
        field.getStyleClass().remove(Styles.INVALID);
        if (faultProperty().get().isPresent()) {
            field.getStyleClass().add(Styles.INVALID);
        }
    }
}
