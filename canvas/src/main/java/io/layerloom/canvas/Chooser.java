package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Point;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field over a list of what can be chosen: some letters, arrow keys, Enter. A screen reader hears in the name of the field what would be chosen. */
abstract class Chooser<T> extends VBox {

    private static final double ROW = 30;
    private static final int ROWS = 8;

    /** The field above the rows, and what is around both. */
    private static final double AROUND = 64;

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final Label none = new Label();
    private final double width;
    private final Runnable closed;
    private boolean open;
    private String purpose = "";
    private double room;

    /**
     * @param width at text of its usual size
     * @param closed told when it goes, so that the canvas can take the keyboard back
     */
    Chooser(double width, Runnable closed) {
        this.width = width;
        this.closed = closed;
        getStyleClass().add(Styles.CARD);
        setStyle("-fx-padding: 8px; -fx-effect: dropshadow(gaussian, -ll-shadow, 24px, 0.1, 0, 6);");
        setManaged(false);
        setVisible(false);
        list.getStyleClass().add(Styles.PLAIN_LIST);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        none.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        none.setWrapText(true);
        getChildren().addAll(field, list, none);
        field.textProperty().addListener(observable -> refresh());
        field.setOnAction(event -> choose(list.getSelectionModel().getSelectedItem()));
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> say());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What letters lead to, in the order in which it is offered. */
    abstract List<T> find(String letters);

    /** The words in the list. */
    abstract String label(T choice);

    /** Whose colour the edge of a line has, see {@link io.layerloom.graph.LayerType#tone}. */
    abstract String tone(T choice);

    /** Does what was chosen; the chooser is closed. */
    abstract void take(T choice);

    /**
     * Opens it.
     *
     * @param at where, on the screen
     * @param prompt stands in the empty field
     * @param what the field is for
     * @param nothing is said where the letters lead to nothing
     */
    final void open(Point at, double across, double down, String prompt, String what, String nothing) {
        none.setText(nothing);
        field.setPromptText(prompt);
        purpose = what;
        open = true;
        room = down;
        field.clear();
        refresh();
        setVisible(true);
        applyCss();
        double w = Measure.panel(width);
        double h = prefHeight(w);
        double x = Math.max(8, Math.min(at.x() - 24, across - w - 8));
        double y = Math.max(8, Math.min(at.y() - 20, down - fullHeight() - 8));
        resizeRelocate(Math.rint(x), Math.rint(y), w, h);
        field.requestFocus();
    }

    private double fullHeight() {
        return rows() * Measure.text(ROW) + Measure.text(AROUND);
    }

    /** As many as there is room for. */
    private int rows() {
        return (int) Math.max(2, Math.min(ROWS, (room - 16 - Measure.text(AROUND)) / Measure.text(ROW)));
    }

    /** Whether it is open. */
    final boolean isOpen() {
        return open;
    }

    final void close() {
        if (open) {
            open = false;
            setVisible(false);
            closed.run();
        }
    }

    private void refresh() {
        if (!open) {
            return;
        }
        List<T> found = find(field.getText());
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        boolean any = !found.isEmpty();
        list.setVisible(any);
        list.setManaged(any);
        none.setVisible(!any);
        none.setManaged(!any);
        list.setFixedCellSize(Measure.text(ROW));
        list.setPrefHeight(Math.min(rows(), found.size()) * list.getFixedCellSize() + 4);
        resize(Measure.panel(width), prefHeight(Measure.panel(width)));
        say();
    }

    private void say() {
        T chosen = list.getSelectionModel().getSelectedItem();
        String now = chosen == null
                ? none.getText()
                : tr(
                        "%s, %d of %d",
                        label(chosen),
                        list.getSelectionModel().getSelectedIndex() + 1,
                        list.getItems().size());
        field.setAccessibleText(purpose + ": " + now);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> step(1);
            case UP -> step(-1);
            case TAB -> choose(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - rows() + 2));
        }
    }

    private void choose(@Nullable T choice) {
        if (open && choice != null) {
            close();
            take(choice);
        }
    }

    /** What can be chosen, with the colour of its category. */
    private final class Cell extends ListCell<T> {
        Cell() {
            setPrefWidth(0); // cut to the list's width
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable T choice, boolean empty) {
            super.updateItem(choice, empty);
            getStyleClass().removeIf(style -> style.startsWith(Styles.category("")));
            if (empty || choice == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(label(choice));
            Region edge = new Region();
            edge.getStyleClass().add(Styles.category(tone(choice)));
            edge.setStyle("-fx-background-color: -ll-category; -fx-background-radius: 2px;");
            edge.setMinSize(4, 16);
            edge.setMaxSize(4, 16);
            setGraphic(edge);
            setGraphicTextGap(10);
        }
    }
}
