package io.layerloom.canvas;

import io.layerloom.graph.Difference;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;

/**
 * All that the face of a node follows from. As long as these are the same the face is, and putting its words together is what takes time.
 *
 * @param into its wires in the order of ports
 * @param carried the shapes on them, where known; empty if the report has them all
 * @param feeds whether a wire leaves it
 * @param problems those of this node
 * @param cost what it costs, if costs are shown
 * @param change how the layer differs from that of another network
 */
record FaceFacts(
        Node node,
        Inference.Report report,
        List<Wire> into,
        List<Optional<Shape>> carried,
        boolean feeds,
        List<Problem> problems,
        boolean collapsed,
        Optional<Cost> cost,
        Optional<Difference.Kind> change) {

    /** The shape on one of its wires, if it is known. */
    Optional<Shape> shapeInto(int wire) {
        return carried.isEmpty() ? Optional.of(report.inputs().get(wire)) : carried.get(wire);
    }
}
