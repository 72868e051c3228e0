package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What an empty canvas says, with whatever the program puts below it. */
final class EmptyHint extends VBox {

    private final Label title = new Label();
    private final Label more = new Label();

    EmptyHint() {
        getStyleClass().add(Styles.EMPTY);
        setAlignment(Pos.CENTER);
        setManaged(false);
        setPickOnBounds(false);
        title.getStyleClass().add(Styles.HEADING);
        title.setMouseTransparent(true);
        more.getStyleClass().add(Styles.MUTED);
        more.setMouseTransparent(true);
        title.setWrapText(true);
        more.setWrapText(true);
        hold(Optional.empty());
    }

    void hold(Optional<Node> placeholder) {
        title.setText(tr("Double-click or press Tab to add a layer"));
        more.setText(tr("Or drag one from the palette. Begin with an Input and end with an Output."));
        getChildren().setAll(title, more);
        placeholder.ifPresent(node -> {
            VBox.setMargin(node, new Insets(16, 0, 0, 0));
            getChildren().add(node);
        });
    }

    void place(double width, double height) {
        applyCss();
        double w = Math.min(width, prefWidth(-1));
        double h = Math.min(height, prefHeight(w));
        resizeRelocate(Math.rint((width - w) / 2), Math.rint((height - h) / 2), w, h);
    }
}
