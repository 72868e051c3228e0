package io.layerloom.app.form;

import io.layerloom.graph.Kind;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A field for a whole number, with small arrows; the arrow keys step by one, with Shift by ten, the page keys halve and double. */
public final class WholeEditor extends Editor<Integer> {

    private final Kind.Whole kind;
    private final TypedEditor<Integer> typed;
    private final StackPane node;

    /** A field for a number within these bounds. */
    public WholeEditor(Kind.Whole kind, int initial) {
        this.kind = kind;
        this.typed = new TypedEditor<>(initial, String::valueOf, Reading.of(kind, Numbers::whole)).monospaced();
        typed.onCommit(this::commit);
        typed.faultProperty().addListener((observable, before, fault) -> fault(fault));
        typed.node().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox arrows = new VBox(arrow("▲", 1), arrow("▼", -1));
        arrows.getStyleClass().add(FormStyles.STEPPER);
        arrows.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        node = new StackPane(typed.node(), arrows);
        StackPane.setAlignment(arrows, Pos.CENTER_RIGHT);
    }

    private Button arrow(String sign, int by) {
        Button button = new Button(sign);
        button.setFocusTraversable(false);
        button.setOnAction(event -> step(by));
        return button;
    }

    private void onKey(KeyEvent event) {
        int by = event.isShiftDown() ? 10 : 1;
        switch (event.getCode()) {
            case UP -> step(by);
            case DOWN -> step(-by);
            case PAGE_UP -> choose((long) typed.value() * 2);
            case PAGE_DOWN -> choose(typed.value() / 2);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        choose((long) typed.value() + by);
    }

    private void choose(long value) {
        typed.choose((int) Math.max(kind.min(), Math.min(kind.max(), value)));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Integer value) {
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
