package io.layerloom.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the nodes lie: the upper left corner of each. Kept apart from the graph, so that moving a node infers nothing anew. */
public record Layout(Map<NodeId, Point> positions) {

    /** No node placed. */
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    }

    /** The place of a node; the origin for one that was never placed. */
    public Point of(NodeId node) {
        return positions.getOrDefault(node, new Point(0, 0));
    }

    /** The same layout with some nodes moved or added. */
    public Layout with(Map<NodeId, Point> moved) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(positions);
        copy.putAll(moved);
        return new Layout(copy);
    }

    /** The same layout without some nodes. */
    public Layout without(Iterable<NodeId> gone) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(positions);
        gone.forEach(copy::remove);
        return new Layout(copy);
    }
}
