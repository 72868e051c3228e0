package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import java.util.Locale;

/** The words of the status line. */
final class StatusText {

    private StatusText() {}

    static String of(double scale, int layers, int selected, Inference inference) {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, scale < 0.01 ? "%.1f %%" : "%.0f %%", scale * 100));
        if (layers > 0) {
            text.append("  ·  ").append(plural(layers, "%,d layer", "%,d layers"));
        }
        if (selected > 1) {
            text.append("  ·  ").append(tr("%,d selected", selected));
        }
        long problems = inference.problems().stream().filter(Problem::isError).count();
        long cautions = inference.problems().size() - problems;
        if (problems > 0) {
            text.append("  ·  ").append(plural(problems, "%,d problem", "%,d problems"));
        }
        if (cautions > 0) {
            text.append("  ·  ").append(plural(cautions, "%,d caution", "%,d cautions"));
        }
        return text.toString();
    }
}
