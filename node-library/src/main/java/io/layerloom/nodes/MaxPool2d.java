package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest value of each window of an image. */
final class MaxPool2d {

    static final LayerType TYPE = Pooling.type(
            "max_pool2d",
            "Max pooling 2D",
            "Keeps the largest value of each window, so that the image shrinks and small shifts matter less.",
            "y[i, j, c] = max x[s·i + u − p, s·j + v − p, c]",
            "The largest value is taken over rows u and columns v of the window, counted from 0. s is the stride, and p how many rows or columns the padding adds in front; what lies outside the picture does not count.",
            "Ranzato, Huang, Boureau, LeCun, Unsupervised learning of invariant feature hierarchies (2007)",
            "MAX");

    private MaxPool2d() {}
}
