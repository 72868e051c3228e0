package io.layerloom.graph;

import java.util.HashMap;
import java.util.Map;

/** Puts new nodes onto a canvas that reads from left to right, so that nothing comes to lie on anything else. */
final class Placement {

    /** Width of a node as drawn. */
    static final double WIDTH = 156;

    /** Height of a node as drawn. */
    static final double HEIGHT = 76;

    private static final double STEP = 220;
    private static final double ROW = 100;
    private static final double MARGIN = 12;

    private Placement() {}

    /** The document with a new layer on a wire; what lies behind moves to the right where it must. */
    static Document insert(Document document, LayerType type, Wire wire) {
        Point from = document.layout().of(wire.from());
        Point to = document.layout().of(wire.to());
        double gap = to.x() - from.x();
        Layout layout =
                gap > 0 && gap < 2 * STEP ? shifted(document, wire.from(), to.x(), 2 * STEP - gap) : document.layout();
        double x = gap < 2 * STEP ? from.x() + STEP : (from.x() + to.x()) / 2;
        Document roomy = document.with(layout);
        Point at = free(roomy, new Point(x, (from.y() + to.y()) / 2));
        return Edits.insert(type, document.graph().freshId(), at, wire).apply(roomy);
    }

    private static Layout shifted(Document document, NodeId except, double fromX, double by) {
        Map<NodeId, Point> moved = new HashMap<>();
        for (NodeId id : document.graph().nodes().keySet()) {
            Point at = document.layout().of(id);
            if (at.x() >= fromX && !id.equals(except)) {
                moved.put(id, at.plus(by, 0));
            }
        }
        return document.layout().with(moved);
    }

    /** The document with a new first layer wired to a node, or a new last one behind it. */
    static Document end(Document document, LayerType type, Values values, NodeId neighbour, boolean first) {
        NodeId id = document.graph().freshId();
        Point beside = document.layout().of(neighbour).plus(first ? -STEP : STEP, 0);
        Document placed = place(document, type, values, id, free(document, beside));
        Wire wire = first ? new Wire(id, neighbour, 0) : new Wire(neighbour, id, 0);
        return placed.with(placed.graph().with(wire));
    }

    /** The same, with a go-between. */
    static Document end(
            Document document, LayerType type, Values values, NodeId neighbour, boolean first, LayerType adapter) {
        NodeId id = document.graph().freshId();
        Document ended = end(document, type, values, neighbour, first);
        return insert(ended, adapter, first ? new Wire(id, neighbour, 0) : new Wire(neighbour, id, 0));
    }

    /** The document with a new layer that nothing is wired to, left or right of all others. */
    static Document alone(Document document, LayerType type, Values values, boolean left) {
        Point at = document.graph().nodes().keySet().stream()
                .map(document.layout()::of)
                .reduce((one, other) -> (one.x() < other.x()) == left ? one : other)
                .map(edge -> edge.plus(left ? -STEP : STEP, 0))
                .orElse(new Point(0, 0));
        return place(document, type, values, document.graph().freshId(), free(document, at));
    }

    private static Document place(Document document, LayerType type, Values values, NodeId id, Point at) {
        Document placed = Edits.add(type, id, at).apply(document);
        return placed.with(placed.graph().with(placed.graph().node(id).with(values)));
    }

    /** The place itself, or the next one below it that is free. */
    private static Point free(Document document, Point wished) {
        Point at = wished;
        while (isTaken(document, at)) {
            at = at.plus(0, ROW);
        }
        return at;
    }

    private static boolean isTaken(Document document, Point at) {
        return document.graph().nodes().keySet().stream()
                .map(document.layout()::of)
                .anyMatch(other -> isOn(other, at));
    }

    /** Whether nodes at two places would lie on each other, or nearly so. */
    static boolean isOn(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < WIDTH + MARGIN && Math.abs(one.y() - other.y()) < HEIGHT + MARGIN;
    }
}
