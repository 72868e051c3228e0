package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** Does everything that can be done by some letters of its name. */
public final class CommandPalette {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 360;
    private static final double TOP = 72;

    private final Window owner;
    private final Commands commands;
    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private List<Command> all = List.of();

    /** A palette in front of a window. */
    public CommandPalette(Window owner, Commands commands) {
        this.owner = owner;
        this.commands = commands;
        field.setPromptText(tr("What to do"));
        field.setId("command-field");
        list.setId("command-list");
        list.getStyleClass().add(Styles.PLAIN_LIST);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setPlaceholder(Texts.placeholder(tr("No command of this name.")));
        list.setFixedCellSize(Measure.text(Measure.ROW));
        VBox box = new VBox(8, field, list);
        box.getStyleClass().addAll(Styles.APP, Styles.CARD);
        box.setStyle("-fx-padding: 12px;");
        box.setPrefWidth(Measure.panel(WIDTH));
        popup.getContent().add(box);
        popup.setAutoHide(true);
        field.textProperty().addListener(observable -> seek());
        field.setOnAction(event -> take(list.getSelectionModel().getSelectedItem()));
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> say());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Opens it. */
    public void open() {
        all = commands.all();
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        field.clear();
        seek();
        popup.show(owner, owner.getX() + (owner.getWidth() - Measure.panel(WIDTH)) / 2, owner.getY() + TOP);
        field.requestFocus();
    }

    private void seek() {
        list.getItems().setAll(Command.found(field.getText(), all));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        fit();
    }

    /** As high as what was found, or as the sentence that nothing was. */
    private void fit() {
        double rows = Math.max(1, list.getItems().size()) * list.getFixedCellSize();
        list.setPrefHeight(Math.min(Measure.panel(HEIGHT), rows));
        popup.sizeToScene();
    }

    /** A screen reader hears in the name of the field what would be done. */
    private void say() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        String words = chosen == null
                ? tr("No command of this name.")
                : chosen.label() + " " + chosen.missing().orElse(chosen.shown());
        field.setAccessibleText(tr("Search for a command") + ": " + words.strip());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
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
            list.scrollTo(Math.max(0, next - 6));
        }
    }

    /** What would do nothing stays in view with its reason. */
    private void take(Command command) {
        if (command != null && command.missing().isPresent()) {
            return;
        }
        popup.hide();
        if (command != null) {
            command.run().run();
        }
    }

    private final class Cell extends ListCell<Command> {
        Cell() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    take(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label name = Texts.line(command.label());
            if (command.missing().isPresent()) {
                name.getStyleClass().add(Styles.MUTED);
                name.setMinWidth(USE_PREF_SIZE);
            }
            String aside = command.missing().orElse(command.shown());
            HBox row = new HBox(8, name, gap, Texts.line(aside, Styles.MUTED, Styles.CAPTION));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
