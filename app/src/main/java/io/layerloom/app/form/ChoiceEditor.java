package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.FxThread;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list to choose from; a long one can be searched by typing. The arrow keys open it, and what was come to counts once it is closed, so that walking through a list is one choice. */
public final class ChoiceEditor<E> extends Editor<E> {

    private static final int LONG = 7;

    private final ComboBox<E> box;
    private Optional<E> last;

    /** A list of these options under these words. */
    public ChoiceEditor(List<E> options, Function<E, String> label, E initial) {
        box = options.size() > LONG ? new SearchableComboBox<>() : new ComboBox<>();
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPlaceholder(new Label(tr("Nothing of this name.")));
        box.skinProperty().addListener(observable -> useOurSign());
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
        last = Optional.of(initial);
        box.setValue(initial);
        box.valueProperty().addListener(observable -> settle());
        box.showingProperty().addListener(observable -> settle());
        ListsWithin.hold(box);
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean arrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
            if (arrow && !box.isShowing()) {
                box.show();
                event.consume();
            }
        });
    }

    /** The field to search in comes with a coloured funnel that no theme reaches. */
    private void useOurSign() {
        if (box.lookup(".custom-text-field") instanceof CustomTextField field) {
            FontIcon sign = Icons.SEARCH.node();
            sign.getStyleClass().add(Styles.MUTED);
            field.setLeft(sign);
        }
    }

    private void settle() {
        E value = box.getValue();
        if (!box.isShowing() && value == null && last.isPresent()) {
            // What was searched for is not there; the search itself must come to its end first.
            FxThread.later(() -> last.filter(held -> box.getValue() == null).ifPresent(box::setValue));
        } else if (!box.isShowing() && value != null && !last.equals(Optional.of(value))) {
            last = Optional.of(value);
            commit(value);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(E value) {
        last = Optional.of(value);
        box.setValue(value);
    }

    @Override
    public void showSeveral() {
        last = Optional.empty();
        box.setPromptText(tr("several values"));
        box.setValue(null);
    }
}
