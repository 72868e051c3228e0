package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The difference of two inputs. */
final class Subtract {

    static final LayerType TYPE = ElementWise.type(
            "subtract",
            "Subtract",
            "Takes the second input from the first, value by value: what tells two branches of the same form apart.",
            "y[i] = x₁[i] − x₂[i]",
            "",
            "first − second",
            2,
            "Subtract");

    private Subtract() {}
}
