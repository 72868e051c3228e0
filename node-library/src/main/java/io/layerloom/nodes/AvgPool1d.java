package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of each window of a sequence. */
final class AvgPool1d {

    static final LayerType TYPE = Pooling1d.type(
            "avg_pool1d",
            "Average pooling 1D",
            "Keeps the mean of each feature in each window of steps: the same sequence, told more coarsely.",
            "y[t, c] = Σ x[s·t + u, c] / n",
            "The sum is over the n steps u of the window, counted from 0; s is the stride.",
            "Waibel et al., Phoneme recognition using time-delay neural networks (1989)",
            "AVG");

    private AvgPool1d() {}
}
