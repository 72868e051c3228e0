package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import io.layerloom.graph.Rows;
import io.layerloom.themes.Icons;
import io.layerloom.themes.InFront;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TabLeadsOn;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * A field for numbers in rows. They can be typed or pasted, chosen from well-known ones, or read from a text file. What was typed counts once the field is left or Ctrl+Enter is pressed;
 * Escape puts the last value back.
 */
final class RowsEditor extends Editor<Rows> {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LEAST_LINES = 3;
    private static final int MOST_LINES = 10;

    private final TextArea area = new TextArea();
    private final VBox node = new VBox(4);
    private final Kind.Numbers kind;
    private Rows last;

    /** Whether several values are edited at once; then an empty field stands for them. */
    private boolean several;

    RowsEditor(Kind.Numbers kind, Rows initial) {
        this.kind = kind;
        this.last = initial;
        area.getStyleClass().add(Styles.MONO);
        area.setAccessibleText(tr("Numbers in rows"));
        area.textProperty().addListener((observable, before, text) -> judge());
        area.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                finish();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        TabLeadsOn.from(area);
        HBox buttons = new HBox(4);
        if (!kind.presets().isEmpty()) {
            buttons.getChildren().add(presets());
        }
        buttons.getChildren().add(file());
        node.getChildren().addAll(area, buttons);
        show(initial);
    }

    private MenuButton presets() {
        MenuButton menu = new MenuButton(tr("Well-known"));
        for (Kind.Numbers.Preset preset : kind.presets()) {
            MenuItem item = new MenuItem(preset.label());
            item.setOnAction(event -> choose(preset.rows()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Button file() {
        Button button = new Button(tr("From a file"), Icons.FILE.node());
        button.setTooltip(new Tooltip(tr("Numbers of a text file: a line is a row")));
        button.setOnAction(event -> {
            Window window = node.getScene().getWindow();
            FileChooser chooser = new FileChooser();
            File chosen = InFront.of(window, () -> chooser.showOpenDialog(window));
            if (chosen != null) {
                load(chosen.toPath());
            }
        });
        return button;
    }

    /** Takes the numbers of a file; one that holds none leaves everything as it is, and says why. */
    void load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                fault(Optional.of(tr("cannot be read from %s, which has more than a megabyte", file.getFileName())));
                return;
            }
            Reading<Rows> read = read(new String(bytes, StandardCharsets.UTF_8));
            read.accepted().ifPresent(this::choose);
            if (read.fault().isPresent()) {
                fault(Optional.of(
                        tr("of %s %s", file.getFileName(), read.fault().get())));
            }
        } catch (IOException e) {
            fault(Optional.of(tr("cannot be read from %s", file)));
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            finish();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && !isUntouched()
                && !area.getText().equals(last.toString())) {
            putBack();
            event.consume();
        }
    }

    private void choose(Rows rows) {
        boolean changed = several || !rows.equals(last);
        show(rows);
        if (changed) {
            commit(rows);
        }
    }

    private void finish() {
        if (!isUntouched()) {
            read(area.getText()).accepted().ifPresentOrElse(this::choose, this::putBack);
        }
    }

    private boolean isUntouched() {
        return several && area.getText().isEmpty();
    }

    private void judge() {
        Optional<String> fault =
                isUntouched() ? Optional.empty() : read(area.getText()).fault();
        fault(fault);
        area.getStyleClass().remove(Styles.INVALID);
        if (fault.isPresent()) {
            area.getStyleClass().add(Styles.INVALID);
        }
        int lines = (int) area.getText().lines().count();
        area.setPrefRowCount(Math.max(LEAST_LINES, Math.min(MOST_LINES, lines)));
    }

    private Reading<Rows> read(String text) {
        try {
            Rows rows = Rows.parse(text);
            return kind.check(rows)
                    .<Reading<Rows>>map(Reading.Refused::new)
                    .orElseGet(() -> new Reading.Accepted<>(rows));
        } catch (IllegalArgumentException e) {
            return new Reading.Refused<>(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Rows value) {
        last = value;
        several = false;
        area.setPromptText(tr("Nothing is typed"));
        if (!area.getText().equals(value.toString())) {
            area.setText(value.toString());
        }
        judge();
    }

    @Override
    public void showSeveral() {
        several = true;
        area.setPromptText(tr("several values"));
        area.clear();
        judge();
    }

    @Override
    public void putBack() {
        if (several) {
            showSeveral();
        } else {
            show(last);
        }
    }
}
