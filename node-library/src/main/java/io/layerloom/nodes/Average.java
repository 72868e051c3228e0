package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The mean of several inputs. */
final class Average {

    static final LayerType TYPE = ElementWise.type(
            "average",
            "Average",
            "Takes the mean of its inputs, value by value: the opinion of several branches together.",
            "y[i] = (x₁[i] + x₂[i] + … + xₙ[i]) / n",
            "",
            "mean of its inputs",
            16,
            "Average");

    private Average() {}
}
