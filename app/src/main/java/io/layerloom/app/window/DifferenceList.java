package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.canvas.ChangeSign;
import io.layerloom.graph.Difference;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** In what the project differs from the one that it is compared with; a click leads to the layer, on both sides, or to the training plan. */
final class DifferenceList extends ListView<Difference.Change> {

    private final Comparisons comparisons;
    private final ObservableValue<Difference> difference;

    DifferenceList(Comparisons comparisons) {
        this.comparisons = comparisons;
        difference = comparisons
                .currentProperty()
                .flatMap(now -> now.map(Comparison::differenceProperty).orElse(null))
                .orElse(Difference.NONE);
        getStyleClass().add(Styles.PLAIN_LIST);
        setId("differences");
        setCellFactory(view -> new Cell());
        setAccessibleText(tr("Differences"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                reveal(getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        Watch.on(difference, this, DifferenceList::update);
        Watch.on(Themes.current(), this, DifferenceList::refresh);
        update();
    }

    /** The list, below a line that says which of two values is that of which side. */
    static VBox withSides(Comparisons comparisons) {
        Label sides = Texts.line("", Styles.CAPTION, Styles.MUTED);
        sides.setId("differences-sides");
        sides.setPadding(new Insets(Measure.SPACE_4, Measure.SPACE_12, Measure.SPACE_4, Measure.SPACE_12));
        Watch.on(comparisons.currentProperty(), sides, label -> tellSides(label, comparisons));
        tellSides(sides, comparisons);
        DifferenceList list = new DifferenceList(comparisons);
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(sides, list);
    }

    private static void tellSides(Label sides, Comparisons comparisons) {
        sides.setText(comparisons
                .currentProperty()
                .get()
                .map(now -> tr("%s (right) → this project (left)", now.name()))
                .orElse(""));
    }

    private void update() {
        boolean within = comparisons
                .currentProperty()
                .get()
                .filter(Comparison::isWithinBlock)
                .isPresent();
        setPlaceholder(Texts.placeholder(
                within
                        ? tr("The block is the same in both networks.")
                        : tr("Networks and training plans are the same.")));
        List<Difference.Change> changes = difference.getValue().changes();
        if (!changes.equals(getItems())) {
            getItems().setAll(changes);
        }
    }

    private final class Cell extends ListCell<Difference.Change> {
        Cell() {
            setPrefWidth(0); // wrap to the list's width
            setOnMouseClicked(event -> reveal(getItem()));
        }

        @Override
        protected void updateItem(Difference.Change change, boolean empty) {
            super.updateItem(change, empty);
            setGraphic(empty || change == null ? null : row(change));
            setAccessibleText(empty || change == null ? null : change.name() + ": " + words(change));
        }

        private HBox row(Difference.Change change) {
            VBox text = new VBox(
                    2,
                    Texts.line(change.name(), isOfLayer(change) ? Styles.MONO : Styles.MEDIUM),
                    Texts.wrapped(words(change), Styles.CAPTION, Styles.MUTED));
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(Measure.SPACE_8, new ChangeSign(change.kind()), text);
            row.setAlignment(Pos.TOP_LEFT);
            return row;
        }
    }

    private static boolean isOfLayer(Difference.Change change) {
        return change.first().isPresent() || change.second().isPresent();
    }

    private void reveal(Difference.@Nullable Change change) {
        if (change != null) {
            comparisons.currentProperty().get().ifPresent(now -> now.reveal(change));
        }
    }

    private static String words(Difference.Change change) {
        return change.details().isEmpty()
                ? CompareView.word(change.kind())
                : change.details().stream()
                        .map(DifferenceList::words)
                        // A plan has many settings, each of few letters.
                        .collect(Collectors.joining(isOfLayer(change) ? "\n" : " · "));
    }

    /** There, then here: what was before and what is now. */
    static String words(Difference.Detail detail) {
        Difference.What what = detail.what();
        if (what instanceof Difference.What.Contents) {
            return tr("The block holds other layers; open it to see which");
        }
        String label = what instanceof Difference.What.Setting setting
                ? setting.label()
                : what instanceof Difference.What.Type
                        ? tr("Layer")
                        : what instanceof Difference.What.Name
                                ? tr("Name")
                                : what instanceof Difference.What.Wires ? tr("Wires from") : tr("Shape");
        return String.format(Locale.ROOT, "%s: %s → %s", label, shown(detail.first()), shown(detail.second()));
    }

    private static String shown(String value) {
        return switch (value) {
            case "" -> "–";
            case "true" -> tr("on");
            case "false" -> tr("off");
            default -> value;
        };
    }
}
