package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.canvas.LayerDrag;
import io.layerloom.graph.LayerType;
import io.layerloom.themes.Styles;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

/** One layer in the palette. */
final class PaletteEntry extends Label {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");

    /** No layer is called as a block is. */
    private static String key(LayerType type) {
        return type.block().map(block -> "block-" + block.name()).orElse(type.id());
    }

    /** Marks what Enter in the search field adds. */
    void markChosen() {
        pseudoClassStateChanged(CHOSEN, true);
    }

    PaletteEntry(LayerType type, Consumer<LayerType> add) {
        super(type.name());
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll(Styles.PALETTE_CELL, Styles.category(type.tone()));
        setId("palette-" + key(type));
        // The search field leads here by the arrow keys; Tab need not pass every layer on its way to the canvas.
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(tr("Add %s", type.name()));
        setTooltip(FieldRow.help(type.help()));
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getClickCount() == 2) {
                add.accept(type);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                add.accept(type);
                event.consume();
            }
        });
        LayerDrag.from(this, () -> type);
    }
}
