package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The largest of several inputs. */
final class Maximum {

    static final LayerType TYPE = ElementWise.type(
            "maximum",
            "Maximum",
            "Keeps the largest of its inputs, value by value. Behind several dense layers it is a maxout unit, which learns its own activation.",
            "y[i] = max(x₁[i], x₂[i], …, xₙ[i])",
            "Goodfellow, Warde-Farley, Mirza, Courville, Bengio, Maxout networks (2013)",
            "largest of its inputs",
            16,
            "Max");

    private Maximum() {}
}
