package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import java.util.Locale;

/** The words of the status line. */
final class StatusText {

    private StatusText() {}

    static String of(double scale, int layers, int selected, Inference inference) {
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
