package io.layerloom.engine;

/** What is wanted to compute the training. */
public enum Compute {
    /** The card where that is possible, else the processor. */
    AUTO("Automatic"),
    /** The processor. */
    CPU("CPU"),
    /** The card; the processor, with a sentence, where that is not possible. */
    GPU("GPU");

    private final String label;

    Compute(String label) {
        this.label = label;
    }

    /** The word for people. */
    public String label() {
        return label;
    }
}
