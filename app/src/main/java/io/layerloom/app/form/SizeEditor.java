package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import io.layerloom.graph.Size2;
import io.layerloom.themes.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Two fields, height × width; linked while both are equal, so that a square stays a square until the link is opened. */
final class SizeEditor extends Editor<Size2> {

    private final TypedEditor<Integer> height;
    private final TypedEditor<Integer> width;
    private final ToggleButton link = new ToggleButton();
    private final HBox node;
    private Size2 last;
    private boolean several;

    SizeEditor(Kind.Size kind, Size2 initial) {
        height = side(kind, initial.height(), tr("Height"));
        width = side(kind, initial.width(), tr("Width"));
        last = initial;
        link.setGraphic(Icons.LINK.node(Icons.TINY));
        link.getStyleClass().add(FormStyles.LINK);
        link.setFocusTraversable(false);
        link.setTooltip(new Tooltip(tr("Keep height and width equal")));
        node = new HBox(4, height.node(), new Label("×"), width.node(), link);
        node.setAlignment(Pos.CENTER_LEFT);
        height.faultProperty().addListener((observable, before, fault) -> judge());
        width.faultProperty().addListener((observable, before, fault) -> judge());
        height.onCommit(value -> finish(new Size2(value, link.isSelected() ? value : last.width())));
        width.onCommit(value -> finish(new Size2(link.isSelected() ? value : last.height(), value)));
        link.setSelected(initial.height() == initial.width());
    }

    private static TypedEditor<Integer> side(Kind.Size kind, int initial, String name) {
        Kind.Whole bounds = new Kind.Whole(kind.min(), kind.max());
        TypedEditor<Integer> editor =
                new TypedEditor<>(initial, String::valueOf, Reading.of(bounds, Numbers::whole)).monospaced();
        editor.node().setPrefColumnCount(3);
        editor.node().setAccessibleText(name);
        HBox.setHgrow(editor.node(), Priority.ALWAYS);
        return editor;
    }

    private void judge() {
        Optional<String> fault = height.faultProperty().get();
        fault(fault.isPresent() ? fault : width.faultProperty().get());
    }

    private void finish(Size2 value) {
        if (several || !value.equals(last)) {
            show(value);
            commit(value);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    /** A single number makes squares of them all. */
    @Override
    public void showSeveral() {
        several = true;
        height.showSeveral();
        width.showSeveral();
        link.setSelected(true);
    }

    @Override
    public void putBack() {
        height.putBack();
        width.putBack();
    }

    @Override
    public void show(Size2 value) {
        last = value;
        several = false;
        height.show(value.height());
        width.show(value.width());
        if (value.height() != value.width()) {
            link.setSelected(false);
        }
    }
}
