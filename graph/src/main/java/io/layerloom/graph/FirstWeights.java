package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

/** Where the numbers that a layer learns come from before training: drawn by chance, or typed by hand. */
public enum FirstWeights implements Labelled {
    /** All of them are drawn, or start as the settings say. */
    DRAWN(later("Drawn")),
    /** Each array may be typed, see {@link WeightArray}; one that is left empty starts as it would otherwise. */
    TYPED(later("Typed"));

    /** Every layer that says which arrays it learns has this setting; where it was never touched, files do not hold it. */
    public static final Param<FirstWeights> KIND = Param.choice("firstWeights", DRAWN)
            .label("First weights")
            .help(
                    "What the weights are before training: drawn by chance, or numbers that you type, paste or read from a file. What you leave empty is drawn all the same. Freeze the layer to keep them as they are.")
            .setSeldom();

    private final String label;

    FirstWeights(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return tr(label);
    }
}
