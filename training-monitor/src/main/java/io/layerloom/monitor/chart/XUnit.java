package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

/** What the marks of the horizontal axis count. */
public enum XUnit {
    ITERATION(later("Iterations")),
    EPOCH(later("Epochs"));

    private final String label;

    XUnit(String label) {
        this.label = label;
    }

    /** The name that people read. */
    public String label() {
        return tr(label);
    }
}
