package io.layerloom.app.form;

import io.layerloom.graph.Problem;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One line of a form: a label with its help, the control, and below it room for what is wrong and the ways out. */
public final class FieldRow extends VBox {

    private final Label hint = new Label();
    private final VBox below = new VBox(4);
    private final FieldWords words;

    /** Whether something stands in the control that was typed and does not count. */
    private final ReadOnlyBooleanWrapper refusing = new ReadOnlyBooleanWrapper();

    /** A line for a control; {@code wide} puts the control below the label. */
    public FieldRow(String label, String help, Node control, boolean wide) {
        super(4);
        GridPane line = new GridPane();
        line.getStyleClass().add(FormStyles.ROW);
        Label name = new Label(label);
        name.getStyleClass().add(Styles.FIELD_LABEL);
        name.setLabelFor(control);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        if (!help.isBlank()) {
            name.setTooltip(help(help));
        }
        words = new FieldWords(label, help, control);
        line.getColumnConstraints().setAll(column(40), column(60));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        hint("");
        VBox head = new VBox(name, hint);
        head.setAlignment(Pos.CENTER_LEFT); // level with the middle of the control
        line.add(head, 0, 0, wide ? 2 : 1, 1);
        if (wide) {
            line.add(control, 0, 1, 2, 1);
        } else {
            line.add(control, 1, 0);
        }
        GridPane.setHgrow(control, Priority.ALWAYS);
        GridPane.setFillWidth(control, true);
        // Not in the grid, which forgets the gap between its columns where it asks how high something below both is.
        getChildren().addAll(line, below);
        clear();
    }

    /** A line for an editor that says below what is wrong with what is typed. */
    public static FieldRow of(String label, String help, Editor<?> editor) {
        FieldRow row = new FieldRow(label, help, editor.node(), editor.wide());
        editor.faultProperty().addListener((observable, before, fault) -> row.showTyped(label, fault));
        return row;
    }

    /** The line that a control stands in. */
    public static Optional<FieldRow> around(Node control) {
        return Stream.iterate(control, Objects::nonNull, (Node node) -> node.getParent())
                .filter(FieldRow.class::isInstance)
                .map(FieldRow.class::cast)
                .findFirst();
    }

    /** What is wrong with what stands in the control, and for how long: until it is mended, put away, or the control is. */
    public RefusedField refused() {
        return new RefusedField(said(), refusing.and(parentProperty().isNotNull()));
    }

    private String said() {
        return below.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(sentence -> ((Label) sentence).getText())
                .findFirst()
                .orElse("");
    }

    /** A tooltip that stays long enough to be read. */
    public static Tooltip help(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(Measure.text(320));
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.minutes(1));
        return tooltip;
    }

    private static ColumnConstraints column(double perCent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(perCent);
        return column;
    }

    private void showTyped(String label, Optional<String> fault) {
        fault.ifPresentOrElse(rest -> show(Fault.typed(label, rest), Mending.NONE), this::clear);
    }

    /** Says what is wrong below the control, with a button for each way out. */
    public void show(Fault fault, Mending mending) {
        Label sentence = new Label(fault.sentence());
        sentence.setWrapText(true);
        boolean error = fault.problem().map(Problem::isError).orElse(true);
        sentence.getStyleClass().addAll(FormStyles.FAULT, error ? Styles.BAD : Styles.WARN, Styles.CAPTION);
        refusing.set(fault.problem().isEmpty());
        words.say(Optional.of(fault.sentence()));
        below.getChildren().setAll(sentence);
        fault.problem().ifPresent(problem -> below.getChildren().add(new RemedyButtons(problem, mending)));
        reveal(true);
    }

    /** Says below the label what belongs into the control; nothing where the text is empty. */
    void hint(String text) {
        hint.setText(text);
        hint.setVisible(!text.isEmpty());
        hint.setManaged(!text.isEmpty());
    }

    /** Says why the control cannot be used now. */
    void note(String why) {
        Label sentence = new Label(why);
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        refusing.set(false);
        words.say(Optional.of(why));
        below.getChildren().setAll(sentence);
        reveal(true);
    }

    /** Tells those who do not see the field what may be entered. */
    void explain(String bounds) {
        words.explain(bounds);
    }

    /** Nothing is wrong. */
    public void clear() {
        refusing.set(false);
        words.say(Optional.empty());
        below.getChildren().clear();
        reveal(false);
    }

    private void reveal(boolean shown) {
        below.setVisible(shown);
        below.setManaged(shown);
    }
}
