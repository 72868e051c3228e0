package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a drawer of the palette: its name, whether it is open, and how many layers a closed one holds. */
final class PaletteDrawer extends HBox {

    private final Category category;
    private final Label name;
    private final Label count;
    private boolean open = true;

    PaletteDrawer(Category category, int layers) {
        super(Measure.SPACE_4);
        this.category = category;
        name = Texts.line(category.label().toUpperCase(Locale.ROOT), Styles.SECTION);
        name.setGraphicTextGap(Measure.SPACE_4);
        name.setMinWidth(0);
        count = Texts.line(Texts.count(layers), Styles.CAPTION, Styles.MUTED, Styles.MONO);
        count.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, gap, count);
        setAlignment(Pos.CENTER_LEFT);
        setId("drawer-" + category.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        getStyleClass().add("ll-palette-drawer");
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    Category category() {
        return category;
    }

    void show(boolean opened) {
        open = opened;
        name.setGraphic((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).node(Icons.TINY));
        count.setVisible(!open);
        setAccessibleText(open ? tr("%s, open", category.label()) : tr("%s, closed", category.label()));
    }

    /** Lets pointer and keys open and close the drawer: Enter or the space bar, Left to close, Right to open. */
    void onToggle(Runnable toggle) {
        setOnMouseClicked(event -> toggle.run());
        setOnKeyPressed(event -> {
            KeyCode code = event.getCode();
            boolean pressed = code == KeyCode.ENTER || code == KeyCode.SPACE;
            if (pressed || code == (open ? KeyCode.LEFT : KeyCode.RIGHT)) {
                toggle.run();
                event.consume();
            }
        });
    }
}
