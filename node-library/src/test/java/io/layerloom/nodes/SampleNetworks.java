package io.layerloom.nodes;

import static io.layerloom.nodes.Sketch.with;

/** The networks of the shipped samples, for tests. */
final class SampleNetworks {

    static final Sketch MNIST_MLP = Sketch.empty()
            .layer("image", "input")
            .layer("flat", "flatten", "image")
            .layer("hidden", "dense", with(Dense.UNITS, 128), "flat")
            .layer("digit", "output", "hidden");

    static final Sketch MNIST_CNN = Sketch.empty()
            .layer("image", "input")
            .layer("conv1", "conv2d", "image")
            .layer("pool1", "max_pool2d", "conv1")
            .layer("conv2", "conv2d", with(Conv2d.FILTERS, 64), "pool1")
            .layer("pool2", "max_pool2d", "conv2")
            .layer("flat", "flatten", "pool2")
            .layer("hidden", "dense", with(Dense.UNITS, 64), "flat")
            .layer("digit", "output", "hidden");

    private SampleNetworks() {}
}
