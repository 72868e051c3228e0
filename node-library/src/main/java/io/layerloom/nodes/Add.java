package io.layerloom.nodes;

import io.layerloom.graph.LayerType;

/** The sum of several inputs. */
final class Add {

    static final LayerType TYPE = ElementWise.type(
            "add",
            "Add",
            "Adds its inputs value by value. With a wire that skips some layers it makes a residual block, which lets very deep networks learn.",
            "y[i] = x₁[i] + x₂[i] + … + xₙ[i]",
            "He, Zhang, Ren, Sun, Deep residual learning for image recognition (2016)",
            "sum of its inputs",
            16,
            "Add");

    private Add() {}
}
