package io.layerloom.engine;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

/** What is wanted to compute the training. */
public enum Compute {
    /** The card where that is possible, else the processor. */
    AUTO(later("Automatic")),
    /** The processor. */
    CPU(later("CPU")),
    /** The card; the processor, with a sentence, where that is not possible. */
    GPU(later("GPU"));

    private final String label;

    Compute(String label) {
        this.label = label;
    }

    /** The word for people. */
    public String label() {
        return tr(label);
    }
}
