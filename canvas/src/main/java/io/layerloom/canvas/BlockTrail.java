package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says which blocks are open, from the whole network on, and leads back to each of the drawings on the way. */
final class BlockTrail extends HBox {

    private final IntConsumer leave;
    private List<String> open = List.of();

    /** @param leave leaves blocks until only so many are open */
    BlockTrail(IntConsumer leave) {
        super(2);
        this.leave = leave;
        setAlignment(Pos.CENTER_LEFT);
        setId("block-trail");
        setManaged(false);
        getStyleClass().add(Styles.CARD);
        setStyle("-fx-padding: 2px 6px 2px 6px;");
        setVisible(false);
    }

    /** Says it anew, in the language of now. */
    void retell() {
        show(open);
    }

    void show(List<String> names) {
        open = List.copyOf(names);
        getChildren().clear();
        for (int depth = 0; depth <= names.size(); depth++) {
            String name = depth == 0 ? tr("Network") : names.get(depth - 1);
            if (depth > 0) {
                getChildren().add(Icons.CHEVRON_RIGHT.node());
            }
            getChildren().add(depth < names.size() ? step(name, depth) : here(name));
        }
        setVisible(!names.isEmpty());
    }

    /** As large as its words are, which is known only with its style. */
    void place(double x, double y) {
        if (isVisible()) {
            applyCss();
            resizeRelocate(x, y, Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
        }
    }

    private Button step(String name, int depth) {
        Button button = new Button(name);
        button.setId("block-trail-" + depth);
        button.getStyleClass().add(Styles.QUIET);
        button.setFocusTraversable(false);
        button.setAccessibleText(tr("Back to %s", name));
        button.setOnAction(event -> leave.accept(depth));
        return button;
    }

    private static Label here(String name) {
        Label label = new Label(name);
        label.getStyleClass().add(Styles.STRONG);
        label.setStyle("-fx-padding: 0px 8px 0px 8px;");
        return label;
    }
}
