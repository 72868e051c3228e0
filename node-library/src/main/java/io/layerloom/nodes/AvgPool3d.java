package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of each window of a volume. */
final class AvgPool3d {

    static final LayerType TYPE = Pooling3d.type(
            "avg_pool3d",
            "Average pooling 3D",
            "Keeps the mean of each window of a volume: smoother than max pooling, and nothing is lost entirely.",
            "AVG");

    private AvgPool3d() {}
}
