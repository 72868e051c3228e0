package io.layerloom.graph;

/** A drawer of the palette; its colour is the thin edge of every node in it. */
public enum Category implements Labelled {
    INPUT_OUTPUT("Input and output"),
    CORE("Core"),
    CONVOLUTION("Convolution"),
    POOLING("Pooling"),
    RECURRENT("Recurrent"),
    MERGE("Merge"),
    REGULARIZATION("Normalization and dropout");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
