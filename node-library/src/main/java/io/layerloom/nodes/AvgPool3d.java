package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of each window of a volume. */
final class AvgPool3d {

    static final LayerType TYPE = Pooling3d.type(
            "avg_pool3d",
            "Average pooling 3D",
            "Keeps the mean of each window of a volume: smoother than max pooling, and nothing is lost entirely.",
            "y[z, i, j, c] = Σ x[s·z + w − p, s·i + u − p, s·j + v − p, c] / n",
            "The sum is over slices w, rows u and columns v of the window, counted from 0, and n is the number of its places. s is the stride, and p how many slices, rows or columns the padding adds in front; what lies outside the volume does not count.",
            "AVG");

    private AvgPool3d() {}
}
