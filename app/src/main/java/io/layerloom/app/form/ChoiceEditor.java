package io.layerloom.app.form;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** A list to choose from; a long one can be searched by typing. */
public final class ChoiceEditor<E> extends Editor<E> {

    private static final int LONG = 7;

    private final ComboBox<E> box;
    private boolean showing;

    /** A list of these options under these words. */
    public ChoiceEditor(List<E> options, Function<E, String> label, E initial) {
        box = options.size() > LONG ? new SearchableComboBox<>() : new ComboBox<>();
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E option) {
                return option == null ? "" : label.apply(option);
            }

            @Override
            public E fromString(String text) {
                return options.stream()
                        .filter(option -> label.apply(option).equals(text))
                        .findFirst()
                        .orElse(initial);
            }
        });
        show(initial);
        box.valueProperty().addListener((observable, before, value) -> {
            if (!showing && value != null && !value.equals(before)) {
                commit(value);
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(E value) {
        showing = true;
        box.setValue(value);
        showing = false;
    }
}
