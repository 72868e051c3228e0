package io.layerloom.app.form;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A switch. */
final class FlagEditor extends Editor<Boolean> {

    private final ToggleSwitch toggle = new ToggleSwitch();
    private final HBox node = new HBox(toggle);
    private boolean showing;

    FlagEditor(boolean initial) {
        node.setAlignment(Pos.CENTER_RIGHT);
        show(initial);
        toggle.selectedProperty().addListener((observable, before, on) -> {
            if (!showing) {
                commit(on);
            }
        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Boolean value) {
        showing = true;
        toggle.setSelected(value);
        showing = false;
    }
}
