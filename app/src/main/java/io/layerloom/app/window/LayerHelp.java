package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inputs;
import io.layerloom.graph.Kind;
import io.layerloom.graph.LayerExample;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The help page of a layer, all of it from the catalogue: what it does, a picture of it at work, its formula, shapes, parameters and settings, and where it was published. */
final class LayerHelp extends VBox {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 620;

    /** What a scroll bar and the edges of a dialog take of its width. */
    private static final double EDGES = 80;

    private LayerHelp(LayerType type, Optional<LayerExample> example, double width) {
        super(Measure.SPACE_8);
        setPadding(new Insets(0, Measure.SPACE_16, 0, 0));
        add(Texts.line(type.name(), Styles.HEADING));
        add(Texts.wrapped(type.help()));
        example.ifPresent(shown -> add(new LayerSketch(shown, width)));
        formula(type);
        section(tr("Shapes"), Texts.wrapped(takes(type), Styles.MUTED));
        example.ifPresent(shown -> section(tr("Parameters"), Texts.wrapped(parameters(shown), Styles.MONO)));
        if (!type.params().isEmpty()) {
            section(tr("Settings"));
            type.params().forEach(param -> add(setting(param)));
        }
        if (!type.description().source().isBlank()) {
            section(tr("Published in"), Texts.wrapped(type.description().source(), Styles.MUTED));
        }
    }

    /** Beside a window, so that both can be looked at, with the first settings and shapes that fit. */
    static void show(Window owner, LayerType type) {
        show(owner, type, Optional.empty());
    }

    /** Beside a window, with what comes in and goes out where somebody has drawn it, if that is known. */
    static void show(Window owner, LayerType type, Optional<LayerExample> drawn) {
        double width = Measure.panel(WIDTH);
        ScrollPane scroll = new ScrollPane(new LayerHelp(type, drawn.or(() -> LayerExample.of(type)), width - EDGES));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        SideDialog.show(owner, type.name(), "layer-help", scroll, width, HEIGHT);
    }

    private void add(Node line) {
        getChildren().add(line);
    }

    private void section(String title, Node... lines) {
        Label heading = Texts.line(title, Styles.SECTION);
        setMargin(heading, new Insets(Measure.SPACE_8, 0, 0, 0));
        add(heading);
        getChildren().addAll(lines);
    }

    private void formula(LayerType type) {
        if (type.description().formula().isBlank()) {
            return;
        }
        section(tr("Formula"), Texts.wrapped(type.description().formula(), Styles.MONO, Styles.WELL));
        if (!type.description().symbols().isBlank()) {
            add(Texts.wrapped(type.description().symbols(), Styles.MUTED));
        }
    }

    private static String takes(LayerType type) {
        Inputs inputs = type.inputs();
        if (type.isInput()) {
            return tr("Nothing comes in: here the network begins.");
        }
        String kinds = inputs.described();
        if (inputs.max() == 1) {
            return tr("Takes %s.", kinds);
        }
        return inputs.min() == inputs.max()
                ? tr("Takes %d wires; what may come in: %s.", inputs.min(), kinds)
                : tr("Takes %d to %d wires; what may come in: %s.", inputs.min(), inputs.max(), kinds);
    }

    private static String parameters(LayerExample example) {
        String sentence = example.count().sentence();
        return sentence.isBlank() ? tr("None") : sentence;
    }

    private static Node setting(Param<?> param) {
        VBox lines = new VBox(Texts.line(param.label(), Styles.TITLE), Texts.wrapped(param.help(), Styles.MUTED));
        if (param.kind() instanceof Kind.Whole
                || param.kind() instanceof Kind.Real
                || param.kind() instanceof Kind.Choice<?>) {
            lines.getChildren()
                    .add(Texts.wrapped(tr("Takes %s.", param.kind().expected()), Styles.CAPTION, Styles.MUTED));
        }
        return lines;
    }
}
