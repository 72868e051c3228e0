package io.layerloom.app.window;

import io.layerloom.graph.LayerType;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** What a layer does, what each of its settings means, and where it was published. */
final class LayerHelp {

    private static final double WIDTH = 460;
    private static final double HEIGHT = 520;

    private LayerHelp() {}

    /** In words. */
    static String of(LayerType type) {
        String settings = type.params().stream()
                .map(param -> param.label() + ": " + param.help())
                .collect(Collectors.joining("\n"));
        String source = type.source().isBlank() ? "" : "\n\n" + type.source();
        return type.help() + (settings.isEmpty() ? "" : "\n\n" + settings) + source;
    }

    /** Beside a window, so that both can be looked at. */
    static void show(Window owner, LayerType type) {
        VBox words = new VBox(12, Texts.wrapped(type.help()));
        type.params()
                .forEach(param -> words.getChildren()
                        .add(new VBox(
                                2,
                                Texts.line(param.label(), Styles.TITLE),
                                Texts.wrapped(param.help(), Styles.MUTED))));
        if (!type.source().isBlank()) {
            words.getChildren().add(Texts.wrapped(type.source(), Styles.CAPTION, Styles.MUTED));
        }
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        SideDialog.show(owner, type.name(), "layer-help", scroll, Measure.panel(WIDTH), HEIGHT);
    }
}
