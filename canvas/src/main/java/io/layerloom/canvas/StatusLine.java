package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Styles;
import java.util.Locale;
import javafx.scene.control.Label;

/** The quiet line in the lower left corner: scale, layers, problems. */
final class StatusLine extends Label {

    StatusLine() {
        getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(double scale, int layers, int selected, Inference inference) {
        setText(text(scale, layers, selected, inference));
        applyCss();
        resize(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
    }

    static String text(double scale, int layers, int selected, Inference inference) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.0f %%", scale * 100));
        if (layers > 0) {
            text.append("  ·  ").append(NodeFaces.counted(layers, "layer"));
        }
        if (selected > 1) {
            text.append(String.format(Locale.ROOT, "  ·  %,d selected", selected));
        }
        long problems = inference.problems().stream().filter(Problem::isError).count();
        long cautions = inference.problems().size() - problems;
        if (problems > 0) {
            text.append("  ·  ").append(NodeFaces.counted(problems, "problem"));
        }
        if (cautions > 0) {
            text.append("  ·  ").append(NodeFaces.counted(cautions, "caution"));
        }
        return text.toString();
    }
}
