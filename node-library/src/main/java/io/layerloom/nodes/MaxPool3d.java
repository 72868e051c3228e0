package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest value of each window of a volume. */
final class MaxPool3d {

    static final LayerType TYPE = Pooling3d.type(
            "max_pool3d",
            "Max pooling 3D",
            "Keeps the largest value of each window of a volume, so that it shrinks in all directions and small shifts matter less.",
            "y[z, i, j, c] = max x[s·z + w − p, s·i + u − p, s·j + v − p, c]",
            "The largest value is taken over slices w, rows u and columns v of the window, counted from 0. s is the stride, and p how many slices, rows or columns the padding adds in front; what lies outside the volume does not count.",
            "MAX");

    private MaxPool3d() {}
}
