package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of each window of an image. */
final class AvgPool2d {

    static final LayerType TYPE = Pooling.type(
            "avg_pool2d",
            "Average pooling 2D",
            "Keeps the mean of each window: smoother than max pooling, and nothing is lost entirely.",
            "LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document recognition (1998)",
            "AVG");

    private AvgPool2d() {}
}
