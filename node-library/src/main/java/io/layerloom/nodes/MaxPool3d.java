package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest value of each window of a volume. */
final class MaxPool3d {

    static final LayerType TYPE = Pooling3d.type(
            "max_pool3d",
            "Max pooling 3D",
            "Keeps the largest value of each window of a volume, so that it shrinks in all directions and small shifts matter less.",
            "MAX");

    private MaxPool3d() {}
}
