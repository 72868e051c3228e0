package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Forecast;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import java.util.Locale;
import java.util.Optional;

/** The words of the status line. */
final class StatusText {

    private StatusText() {}

    static String of(double scale, int layers, int selected, Inference inference, Optional<Costs> costs) {
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
        costs.ifPresent(shown -> text.append("  ·  ").append(colour(shown)));
        return text.toString();
    }

    /** What the colour of the nodes means. */
    private static String colour(Costs costs) {
        return costs.forecast()
                .map(known -> tr("colour: share of the %s that a batch takes", Forecast.words(known.seconds())))
                .orElse(tr("colour: multiply-adds"));
    }
}
