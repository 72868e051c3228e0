package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import java.util.List;

/** What a network gets of each example, and what it is to learn from it, in a few words. */
public final class Lessons {

    private Lessons() {}

    /** The size of an example: 28×28×1, 64 ids, 4 values. */
    public static String example(DataSchema data) {
        String size = data.labels() instanceof Labels.Text text
                ? data.features().label() + " → " + text.target().label()
                : data.features().label()
                        + data.second().map(row -> " + " + row.label()).orElse("");
        return data.features() instanceof Shape.Vector ? tr("%s values", size) : size;
    }

    /** What the objective makes of the data; what the data themselves say where it cannot be had from them. */
    public static String of(DataSchema data, Objective objective) {
        Labels labels = objective.of(data).labels();
        if (objective == Objective.SAME_CLASS && objective.refusal(data).isEmpty()) {
            return tr("whether two are of the same class");
        }
        if (labels instanceof Labels.Tokens && objective == Objective.TARGET_TOKEN) {
            return tr("the next token of the target");
        }
        if (labels instanceof Labels.Text) {
            return tr("targets");
        }
        if (labels instanceof Labels.Tokens) {
            return tr("the next token");
        }
        if (labels instanceof Labels.MaskedTokens) {
            return tr("masked tokens");
        }
        if (labels instanceof Labels.Itself) {
            return tr("the input itself");
        }
        if (labels instanceof Labels.Genuineness) {
            return tr("real from generated");
        }
        if (labels instanceof Labels.Boxes boxes) {
            return tr("boxes of %s", classes(boxes.classes()));
        }
        if (labels instanceof Labels.Mask mask) {
            return tr("masks of %s", classes(mask.classes()));
        }
        if (labels instanceof Labels.Classes classes) {
            return classes(classes.names());
        }
        return labels instanceof Labels.Numbers numbers
                ? plural(numbers.columns(), "%,d number", "%,d numbers")
                : tr("no labels");
    }

    private static String classes(List<String> names) {
        return plural(names.size(), "%,d class", "%,d classes");
    }

    /** Whether the labels of the data are of no use to the objective. */
    public static boolean leavesLabelsAside(DataSchema data, Objective objective) {
        Labels labels = objective.of(data).labels();
        return (labels instanceof Labels.Tokens && objective != Objective.TARGET_TOKEN)
                || labels instanceof Labels.MaskedTokens
                || labels instanceof Labels.Itself
                || labels instanceof Labels.Genuineness;
    }
}
