package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.NodeId;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Finds layers of the network by name or kind: each letter leads to the best one, the arrow keys to the others, Enter stays there. It lies in a corner, as what is drawn is rather in the middle. */
final class Finder extends HBox {

    private static final double WIDTH = 320;
    private static final double CORNER = 12;

    private final Editor editor;
    private final Consumer<NodeId> show;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private List<NodeView> found = List.of();
    private int at;

    /**
     * @param show brings a layer into view
     * @param closed gives the keyboard back to the canvas
     */
    Finder(Editor editor, Consumer<NodeId> show, Runnable closed) {
        super(8);
        this.editor = editor;
        this.show = show;
        this.closed = closed;
        getStyleClass().add(Styles.CARD);
        setStyle("-fx-padding: 8px; -fx-alignment: center-left;");
        setManaged(false);
        setVisible(false);
        count.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, count);
        setHgrow(field, Priority.ALWAYS);
        field.textProperty().addListener(observable -> seek());
        field.setOnAction(event -> close());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void open(double width) {
        field.setPromptText(tr("Find a layer by name or kind"));
        field.clear();
        setVisible(true);
        applyCss();
        double wide = Math.min(Measure.text(WIDTH), width - 24);
        resizeRelocate(Math.rint(width - wide - CORNER), CORNER, wide, prefHeight(wide));
        field.requestFocus();
        seek();
    }

    boolean isOpen() {
        return isVisible();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private void seek() {
        if (!isVisible()) {
            return;
        }
        found = field.getText().isBlank()
                ? List.of()
                : FuzzySearch.find(
                        field.getText(),
                        List.copyOf(editor.diagram().nodes()),
                        node -> node.node().name() + " " + node.face().title());
        at = 0;
        go(0);
    }

    private void go(int by) {
        count.setText(field.getText().isBlank() || !found.isEmpty() ? "" : tr("none"));
        if (!found.isEmpty()) {
            at = Math.floorMod(at + by, found.size());
            count.setText(tr("%d of %d", at + 1, found.size()));
            show.accept(found.get(at).id());
        }
        say();
    }

    /** A screen reader hears in the name of the field which layer was found. */
    private void say() {
        String words = found.isEmpty() ? count.getText() : found.get(at).node().name() + ", " + count.getText();
        field.setAccessibleText(tr("Find a layer in the network") + (words.isEmpty() ? "" : ": " + words));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> go(1);
            case UP -> go(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
