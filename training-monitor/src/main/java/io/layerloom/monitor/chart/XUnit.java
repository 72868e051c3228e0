package io.layerloom.monitor.chart;

/** What the marks of the horizontal axis count. */
public enum XUnit {
    ITERATION("Iterations"),
    EPOCH("Epochs");

    private final String label;

    XUnit(String label) {
        this.label = label;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }
}
