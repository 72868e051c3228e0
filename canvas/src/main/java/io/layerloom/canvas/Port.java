package io.layerloom.canvas;

import io.layerloom.graph.NodeId;

/** One end that a wire can have. */
record Port(NodeId node, boolean input, int index) {}
