package io.layerloom.nodes;

import io.layerloom.graph.Catalog;
import java.util.List;

/** Every layer, optimizer and schedule of Layerloom, in the order in which people see them: one line each. */
public final class NodeLibrary {

    /** All of them, with the lowering that makes a network of a document. */
    public static final Catalog CATALOG = new Catalog(
            List.of(Input.TYPE, Output.TYPE, Dense.TYPE, Flatten.TYPE, Conv2d.TYPE, MaxPool2d.TYPE, AvgPool2d.TYPE),
            List.of(Adam.TYPE),
            List.of(ConstantRate.TYPE),
            new GraphLowering());

    private NodeLibrary() {}
}
