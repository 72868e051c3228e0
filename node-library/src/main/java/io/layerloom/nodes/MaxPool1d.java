package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest value of each window of a sequence. */
final class MaxPool1d {

    static final LayerType TYPE = Pooling1d.type(
            "max_pool1d",
            "Max pooling 1D",
            "Keeps the largest value of each feature in each window of steps, so that the sequence gets shorter and small shifts matter less.",
            "y[t, c] = max x[s·t + u, c]",
            "The largest value is taken over steps u of the window, counted from 0; s is the stride.",
            "Collobert et al., Natural language processing (almost) from scratch (2011)",
            "MAX");

    private MaxPool1d() {}
}
