package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of each window of an image. */
final class AvgPool2d {

    static final LayerType TYPE = Pooling.type(
            "avg_pool2d",
            "Average pooling 2D",
            "Keeps the mean of each window: smoother than max pooling, and nothing is lost entirely.",
            "y[i, j, c] = Σ x[s·i + u − p, s·j + v − p, c] / n",
            "The sum is over rows u and columns v of the window, counted from 0, and n is the number of its pixels. s is the stride, and p how many rows or columns the padding adds in front; what lies outside the picture does not count.",
            "LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document recognition (1998)",
            "AVG");

    private AvgPool2d() {}
}
