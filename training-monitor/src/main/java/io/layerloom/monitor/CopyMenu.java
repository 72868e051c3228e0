package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Lets what stands in a list or a table be copied, by the right button or the key: the chosen line, or all of them; the cells of a table for a spreadsheet, apart by tabs. */
public final class CopyMenu {

    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private CopyMenu() {}

    /** Gives a list such a menu. */
    public static <T> void on(ListView<T> list, Function<T, String> words) {
        install(
                list,
                line(() -> chosen(list.getSelectionModel().getSelectedItem(), words)),
                all(() -> list.getItems().stream().map(words)));
    }

    /** Gives a table such a menu. */
    public static <T> void on(TableView<T> table) {
        install(table, row(table), all(() -> lines(table)));
    }

    /** What copies the chosen row of a table, for a menu that offers more than that. */
    public static <T> MenuItem row(TableView<T> table) {
        return line(() -> chosen(table.getSelectionModel().getSelectedItem(), row -> cells(table, row)));
    }

    private static <T> Stream<String> chosen(T item, Function<T, String> words) {
        return Stream.ofNullable(item).map(words);
    }

    private static MenuItem line(Supplier<Stream<String>> lines) {
        return item(tr("Copy line"), lines);
    }

    private static MenuItem all(Supplier<Stream<String>> lines) {
        return item(tr("Copy all lines"), lines);
    }

    /** What copies some lines, for a menu of another kind. */
    public static MenuItem item(String label, Supplier<Stream<String>> lines) {
        MenuItem item = new MenuItem(label);
        item.setOnAction(event -> {
            List<String> copied = lines.get().toList();
            if (!copied.isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(String.join("\n", copied));
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
        return item;
    }

    /** Another menu, as in another language, is led to by the key that is there. */
    private static void install(Control of, MenuItem line, MenuItem all) {
        boolean first = of.getContextMenu() == null;
        of.setContextMenu(new ContextMenu(line, all));
        if (first) {
            byKey(of, () -> of.getContextMenu().getItems().get(0).fire());
        }
    }

    /** Lets the key do what copies the chosen line; for what has a menu of its own, once for each. */
    public static void byKey(Control of, Runnable copy) {
        of.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event)) {
                copy.run();
                event.consume();
            }
        });
    }

    private static <T> Stream<String> lines(TableView<T> table) {
        String head = columns(table).map(CopyMenu::title).collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(head), table.getItems().stream().map(row -> cells(table, row)));
    }

    /** A column without a title holds a control, and nothing to be read. */
    private static <T> Stream<TableColumn<T, ?>> columns(TableView<T> table) {
        return table.getVisibleLeafColumns().stream()
                .filter(column -> !title(column).isEmpty());
    }

    private static String title(TableColumn<?, ?> column) {
        return column.getGraphic() instanceof Label label ? label.getText() : column.getText();
    }

    private static <T> String cells(TableView<T> table, T row) {
        return columns(table).map(column -> Columns.written(column, row)).collect(Collectors.joining("\t"));
    }
}
