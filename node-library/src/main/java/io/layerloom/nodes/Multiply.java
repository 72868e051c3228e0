package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The product of several inputs. */
final class Multiply {

    static final LayerType TYPE = ElementWise.type(
            "multiply",
            "Multiply",
            "Multiplies its inputs value by value. With a sigmoid on one of them it makes a gate that lets the other one through, or not.",
            "y[i] = x₁[i] · x₂[i] · … · xₙ[i]",
            "Dauphin, Fan, Auli, Grangier, Language modeling with gated convolutional networks (2017)",
            "product of its inputs",
            16,
            "Product");

    private Multiply() {}
}
