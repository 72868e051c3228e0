package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import atlantafx.base.controls.ToggleSwitch;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A switch. */
final class FlagEditor extends Editor<Boolean> {

    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label several = new Label(tr("several values"));
    private final HBox node = new HBox(Measure.SPACE_8, several, toggle);
    private boolean showing;

    FlagEditor(boolean initial) {
        node.setAlignment(Pos.CENTER_RIGHT);
        several.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        several.setOnMouseClicked(event -> toggle.setSelected(true));
        several.managedProperty().bind(several.visibleProperty());
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
        put(value, false);
    }

    /** The first click switches all of them on, the next one off. */
    @Override
    public void showSeveral() {
        put(false, true);
    }

    private void put(boolean on, boolean differs) {
        showing = true;
        toggle.setSelected(on);
        several.setVisible(differs);
        showing = false;
    }
}
