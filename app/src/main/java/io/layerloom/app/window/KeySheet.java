package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.KeyMap;
import io.layerloom.canvas.CanvasAction;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows every key; those of the canvas can be changed by pressing others. */
public final class KeySheet {

    private static final double WIDE = 980;
    private static final double NARROW = 600;

    /** From this size of text on, two columns beside one another are wider than most windows. */
    private static final double LARGE = 1.25;

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

    /** Shows a sheet in front of a window; keys that are pressed are for the sheet alone. */
    public static void show(Window owner, Commands commands, KeyMap map) {
        new KeySheet(owner, commands, map).show();
    }

    private void show() {
        GridPane grid = new GridPane();
        grid.setHgap(Measure.SPACE_12);
        for (int at = 0; at < columns(); at++) {
            ColumnConstraints names = new ColumnConstraints();
            names.setHgrow(Priority.ALWAYS);
            names.setMinWidth(Region.USE_PREF_SIZE);
            ColumnConstraints keys = new ColumnConstraints();
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.getColumnConstraints().addAll(names, keys);
        }
        grid.setVgap(4);
        fill(grid);
        filter.textProperty().addListener(observable -> fill(grid));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        explain();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        SideDialog.showAlone(
                owner,
                tr("Keys"),
                "keys",
                new VBox(Measure.SPACE_12, Texts.line(tr("Keys"), Styles.PAGE_TITLE), filter, said, scroll),
                Measure.panel(columns() == 1 ? NARROW : WIDE),
                HEIGHT);
        FxThread.later(filter::requestFocus);
    }

    private static int columns() {
        return Measure.text(1) > LARGE ? 1 : 2;
    }

    private void explain() {
        said.setText(
                tr(
                        "Click the keys of a command, then press others. Backspace brings the usual ones back, Esc leaves them."));
    }

    private void fill(GridPane grid) {
        grid.getChildren().clear();
        List<Line> onCanvas = commands.canvas().stream()
                .filter(action -> isSought(action.label(), KeyCaps.text(action.keys())))
                .map(action -> new Line(action.label(), button(action, grid)))
                .toList();
        List<Command> all = new ArrayList<>(commands.window());
        all.addAll(commands.tabs());
        all.add(new Command(tr("Every command by its name"), List.of(Keys.COMMANDS), () -> {}));
        List<Line> anywhere = all.stream()
                .filter(command -> !command.keys().isEmpty() && isSought(command.label(), command.shown()))
                .map(command -> new Line(command.label(), fixed(command)))
                .toList();
        int row = section(grid, 0, tr("On the canvas"), onCanvas, columns());
        row = section(grid, row, tr("Anywhere in the window"), anywhere, columns());
        row = section(grid, row, tr("With the mouse, on the canvas"), moves(), 1);
        if (row == 0) {
            grid.add(Texts.line(tr("No command of this name."), Styles.MUTED), 0, 0);
        }
    }

    private List<Line> moves() {
        return MouseMoves.all().stream()
                .filter(move -> isSought(move.label(), move.how() + " " + tr("With the mouse, on the canvas")))
                .map(move -> new Line(move.label(), said(move.how())))
                .toList();
    }

    private static Node said(String how) {
        Label words = Texts.line(how, Styles.MUTED);
        words.setPadding(new Insets(0, Measure.SPACE_12, 0, Measure.SPACE_12));
        return words;
    }

    /** A command beside its keys. */
    private record Line(String label, Node keys) {}

    /** A heading and below it the lines, read down one column and then down the next; returns the row behind them. */
    private static int section(GridPane grid, int row, String title, List<Line> lines, int columns) {
        if (lines.isEmpty()) {
            return row;
        }
        Label heading = Texts.line(title, Styles.HEADING);
        heading.setPadding(new Insets(row == 0 ? 0 : Measure.SPACE_12, 0, Measure.SPACE_4, 0));
        grid.add(heading, 0, row, 2 * columns(), 1);
        int high = (lines.size() + columns - 1) / columns;
        for (int at = 0; at < lines.size(); at++) {
            Label name = Texts.line(lines.get(at).label());
            name.setMinHeight(Measure.text(Measure.ROW));
            int column = at / high;
            name.setPadding(new Insets(0, 0, 0, column == 0 ? 0 : Measure.SPACE_24));
            grid.add(name, 2 * column, row + 1 + at % high);
            grid.add(lines.get(at).keys(), 2 * column + 1, row + 1 + at % high, 2 * (columns() - columns) + 1, 1);
        }
        return row + 1 + high;
    }

    private boolean isSought(String label, String keys) {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        return (label + " " + keys).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Keys that cannot be changed stand where those stand that can. */
    private static Node fixed(Command command) {
        KeyCaps caps = new KeyCaps(command.keys());
        caps.setPadding(new Insets(0, Measure.SPACE_12, 0, Measure.SPACE_12));
        return caps;
    }

    private Button button(CanvasAction action, GridPane grid) {
        Button button = new Button("", new KeyCaps(action.keys()));
        button.setId("key-" + action.id());
        button.setAccessibleText(tr("Keys for %s", action.label()) + ": " + KeyCaps.text(action.keys()));
        button.getStyleClass().add(Styles.QUIET);
        button.setOnAction(event -> {
            button.setGraphic(null);
            button.setText(tr("Press keys"));
        });
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
        if (event.getCode() == KeyCode.ESCAPE) {
            explain();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            map.remove(action.id());
            explain();
        } else {
            Optional<String> other = commands.taken(action, event);
            KeyCombination keys = combination(event);
            if (other.isPresent()) {
                said.setText(tr(
                        "%s stands for \"%s\" already. Give that other keys first, or press others here.",
                        KeyCaps.text(keys), other.get()));
                return; // it still listens
            }
            map.put(action.id(), keys);
            explain();
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
