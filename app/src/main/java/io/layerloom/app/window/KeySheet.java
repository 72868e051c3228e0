package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.KeyMap;
import io.layerloom.canvas.CanvasAction;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows every key; those of the canvas can be changed by pressing others. */
public final class KeySheet {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 620;

    private final Window owner;
    private final Commands commands;
    private final KeyMap map;
    private final Label said = Texts.wrapped("", Styles.MUTED);
    private final TextField filter = new TextField();

    private KeySheet(Window owner, Commands commands, KeyMap map) {
        this.owner = owner;
        this.commands = commands;
        this.map = map;
        said.setId("keys-said");
        filter.setId("keys-filter");
        filter.setPromptText(tr("Search commands and keys"));
    }

    /** Shows a sheet beside a window. */
    public static void show(Window owner, Commands commands, KeyMap map) {
        new KeySheet(owner, commands, map).show();
    }

    private void show() {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        fill(grid);
        filter.textProperty().addListener(observable -> fill(grid));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        explain();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        SideDialog.show(
                owner,
                tr("Keys"),
                "keys",
                new VBox(Measure.SPACE_12, filter, said, scroll),
                Measure.panel(WIDTH),
                HEIGHT);
    }

    private void explain() {
        said.setText(tr("Click the keys of a command, then press others. Backspace brings the usual ones back."));
    }

    private void fill(GridPane grid) {
        grid.getChildren().clear();
        int row = 0;
        List<CanvasAction> onCanvas = commands.canvas().stream()
                .filter(action -> isSought(action.label(), Command.shown(action.keys())))
                .toList();
        if (!onCanvas.isEmpty()) {
            grid.add(Texts.line(tr("On the canvas"), Styles.HEADING), 0, row++, 2, 1);
        }
        for (CanvasAction action : onCanvas) {
            grid.add(Texts.line(action.label()), 0, row);
            grid.add(button(action, grid), 1, row++);
        }
        List<Command> anywhere = new ArrayList<>(commands.window());
        anywhere.addAll(commands.tabs());
        anywhere.add(new Command(tr("Every command by its name"), List.of(Keys.COMMANDS), () -> {}));
        anywhere.removeIf(command -> command.keys().isEmpty() || !isSought(command.label(), command.shown()));
        if (!anywhere.isEmpty()) {
            grid.add(Texts.line(tr("Anywhere in the window"), Styles.HEADING), 0, row++, 2, 1);
        }
        for (Command command : anywhere) {
            put(grid, row++, command.label(), command.shown());
        }
        if (row == 0) {
            grid.add(Texts.line(tr("No command of this name."), Styles.MUTED), 0, 0);
        }
    }

    private boolean isSought(String label, String keys) {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        return (label + " " + keys).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** As high as a line whose keys can be changed, and its keys below theirs. */
    private static void put(GridPane grid, int row, String label, String keys) {
        Label name = Texts.line(label);
        name.setMinHeight(Measure.text(Measure.ROW));
        Label shown = Texts.line(keys, Styles.MUTED);
        shown.setPadding(new Insets(0, 0, 0, Measure.SPACE_12));
        grid.addRow(row, name, shown);
    }

    private Button button(CanvasAction action, GridPane grid) {
        Button button = new Button(Command.shown(action.keys()));
        button.setId("key-" + action.id());
        button.setAccessibleText(tr("Keys for %s", action.label()));
        button.getStyleClass().add(Styles.QUIET);
        button.setOnAction(event -> button.setText(tr("Press keys")));
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (button.getText().equals(tr("Press keys"))) {
                event.consume();
                pressed(action, event, grid);
            }
        });
        return button;
    }

    private void pressed(CanvasAction action, KeyEvent event, GridPane grid) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        if (event.getCode() == KeyCode.BACK_SPACE) {
            map.remove(action.id());
            explain();
        } else {
            Optional<String> other = commands.taken(action, event);
            KeyCombination keys = combination(event);
            if (other.isPresent()) {
                said.setText(tr(
                        "%s stands for \"%s\" already. Give that other keys first, or press others here.",
                        keys.getDisplayText(), other.get()));
            } else {
                map.put(action.id(), keys);
                explain();
            }
        }
        fill(grid);
    }

    private static KeyCombination combination(KeyEvent event) {
        return new KeyCodeCombination(
                event.getCode(),
                event.isShiftDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP,
                KeyCombination.ModifierValue.UP,
                event.isAltDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP,
                KeyCombination.ModifierValue.UP,
                event.isShortcutDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP);
    }
}
