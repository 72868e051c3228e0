package io.layerloom.app.window;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;

/** What a network gets of each example, and what it is to learn from it, in a few words. */
public final class Lessons {

    private Lessons() {}

    /** The size of an example: 28×28×1, 64 ids, 4 values. */
    public static String example(DataSchema data) {
        String size = data.features().label();
        return data.features() instanceof Shape.Vector ? size + " values" : size;
    }

    /** What the objective makes of the data; what the data themselves say where it cannot be had from them. */
    public static String of(DataSchema data, Objective objective) {
        Labels labels = objective.of(data).labels();
        if (labels instanceof Labels.Tokens) {
            return "the next token";
        }
        if (labels instanceof Labels.MaskedTokens) {
            return "masked tokens";
        }
        if (labels instanceof Labels.Itself) {
            return "the input itself";
        }
        if (labels instanceof Labels.Genuineness) {
            return "real from generated";
        }
        if (labels instanceof Labels.Boxes boxes) {
            return "boxes of " + Texts.count(boxes.classes().size(), "class");
        }
        if (labels instanceof Labels.Mask mask) {
            return "masks of " + Texts.count(mask.classes().size(), "class");
        }
        if (labels instanceof Labels.Classes classes) {
            return Texts.count(classes.names().size(), "class");
        }
        return labels instanceof Labels.Numbers numbers ? Texts.count(numbers.columns(), "number") : "no labels";
    }

    /** Whether the labels of the data are of no use to the objective. */
    public static boolean leavesLabelsAside(DataSchema data, Objective objective) {
        Labels labels = objective.of(data).labels();
        return labels instanceof Labels.Tokens
                || labels instanceof Labels.MaskedTokens
                || labels instanceof Labels.Itself
                || labels instanceof Labels.Genuineness;
    }
}
