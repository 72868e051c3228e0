package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

/** A drawer of the palette; its colour is the thin edge of the nodes in it, see {@link LayerType#tone}. */
public enum Category implements Labelled {
    INPUT_OUTPUT("Input and output"),
    CORE("Core"),
    CONVOLUTION("Convolution"),
    POOLING("Pooling"),
    RESIZING("Resizing"),
    RECURRENT("Recurrent"),
    ATTENTION("Attention"),
    MERGE("Merge"),
    REGULARIZATION("Normalization and dropout"),
    BLOCKS("Blocks");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return tr(label);
    }
}
