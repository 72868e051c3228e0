package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Locale;

/** What a step is called that changes one setting: the setting, where it lies, what it was and what it is from then on, in some sixty letters at most. */
public final class StepName {

    /** More letters of a value than this are left out of its middle. */
    private static final int MOST = 16;

    private StepName() {}

    /** Of a setting of the whole, such as one of the training plan: {@code Change epochs: 10 → 20}. */
    public static <T> String of(Param<T> param, T before, T after) {
        return of(param.label(), param.kind().words(before), param.kind().words(after));
    }

    /** Of a choice, in the words that its values have. */
    public static String of(String label, String before, String after) {
        return tr("Change %s: %s", lower(label), values(before, after));
    }

    /** Of a setting of one layer: {@code Change kernel of conv2d_1: 3×3 → 5×5}. */
    public static <T> String of(Node node, Param<T> param, T after) {
        return tr(
                "Change %s of %s: %s",
                lower(param.label()),
                shortened(node.name()),
                values(
                        param.kind().words(node.values().get(param)),
                        param.kind().words(after)));
    }

    /** What a value was and what it is; a part of a value that is too long gives way to dots. */
    public static String values(String before, String after) {
        return shortened(before) + " → " + shortened(after);
    }

    /** The setting within a sentence. */
    public static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= MOST
                ? text
                : text.substring(0, MOST / 2) + "…" + text.substring(text.length() - MOST / 2 + 1);
    }
}
