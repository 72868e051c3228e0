package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Keys;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.TextSizes;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TextSize;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of how large text is. */
final class TextSizeChoice extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final TextSizes sizes;

    TextSizeChoice(TextSizes sizes) {
        this.sizes = sizes;
        getStyleClass().add(Styles.CARD);
        HBox segments = new HBox();
        segments.getStyleClass().add(Styles.SEGMENTED);
        for (TextSize size : TextSize.values()) {
            segments.getChildren().add(segment(size));
        }
        getChildren()
                .addAll(
                        Texts.line(tr("Text size"), Styles.TITLE),
                        new HBox(segments),
                        Texts.wrapped(
                                tr(
                                        "For a projector, or for eyes that want larger letters; the drawing has a zoom of its own. Anywhere in the window, %s makes text larger and %s smaller.",
                                        Keys.LARGER_TEXT.getDisplayText(), Keys.SMALLER_TEXT.getDisplayText()),
                                Styles.MUTED));
    }

    private ToggleButton segment(TextSize size) {
        ToggleButton button = new ToggleButton(size.label());
        button.setToggleGroup(group);
        button.setId("text-size-" + size.percent());
        button.setSelected(sizes.chosen() == size);
        button.setOnAction(event -> {
            button.setSelected(true); // a second press must not leave nothing chosen
            sizes.choose(size);
        });
        return button;
    }
}
