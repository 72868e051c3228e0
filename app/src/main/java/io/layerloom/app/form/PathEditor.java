package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import io.layerloom.themes.Icons;
import io.layerloom.themes.InFront;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** A field for the path of a file or folder, with a button that opens the chooser of the system. Enter hands the path on even if it is what it was: what lies there may have changed. */
final class PathEditor extends Editor<String> {

    private final TypedEditor<String> typed;
    private final boolean folder;
    private final HBox node;

    PathEditor(Kind.Text kind, String initial) {
        folder = kind.use() == Kind.Text.Use.FOLDER;
        typed = new TypedEditor<>(initial, text -> text, Reading.of(kind, text -> Optional.of(text.strip())))
                .insistent();
        typed.onCommit(this::commit);
        typed.onTyping(this::typing);
        typed.faultProperty().addListener((observable, before, fault) -> fault(fault));
        typed.node().setPromptText(folder ? tr("Choose a folder") : tr("Choose a file"));
        Button browse = new Button(null, (folder ? Icons.FOLDER : Icons.FILE).node());
        browse.setTooltip(new Tooltip(folder ? tr("Choose a folder") : tr("Choose a file")));
        browse.setAccessibleText(browse.getTooltip().getText());
        browse.setOnAction(event -> browse());
        node = new HBox(4, typed.node(), browse);
        HBox.setHgrow(typed.node(), Priority.ALWAYS);
    }

    private void browse() {
        Optional<File> start = start();
        Window window = node.getScene().getWindow();
        File chosen;
        if (folder) {
            DirectoryChooser chooser = new DirectoryChooser();
            start.ifPresent(chooser::setInitialDirectory);
            chosen = InFront.of(window, () -> chooser.showDialog(window));
        } else {
            FileChooser chooser = new FileChooser();
            start.ifPresent(chooser::setInitialDirectory);
            chosen = InFront.of(window, () -> chooser.showOpenDialog(window));
        }
        if (chosen != null) {
            typed.choose(chosen.toString());
        }
    }

    private Optional<File> start() {
        String text = typed.value();
        if (text.isBlank()) {
            return Optional.empty();
        }
        File at = Path.of(text).toFile();
        return Optional.ofNullable(at.isDirectory() ? at : at.getAbsoluteFile().getParentFile())
                .filter(File::isDirectory);
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
    public void show(String value) {
        typed.show(value);
    }

    @Override
    public void showSeveral() {
        typed.showSeveral();
    }

    @Override
    public void putBack() {
        typed.putBack();
    }
}
