package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest value of each window of an image. */
final class MaxPool2d {

    static final LayerType TYPE = Pooling.type(
            "max_pool2d",
            "Max pooling 2D",
            "Keeps the largest value of each window, so that the image shrinks and small shifts matter less.",
            "Ranzato, Huang, Boureau, LeCun, Unsupervised learning of invariant feature hierarchies (2007)",
            "MAX");

    private MaxPool2d() {}
}
