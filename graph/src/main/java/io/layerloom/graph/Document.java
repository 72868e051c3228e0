package io.layerloom.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a project file holds: the network, where its nodes lie, and how to train it. Immutable; {@link Edit} makes new ones.
 *
 * @param unknown members of the file that this version does not know, by the place of the object that holds them ({@code ""} for the file itself, {@code /plan},
 *     {@code /nodes/n1}), so that {@link ProjectFile} writes them back
 */
public record Document(Graph graph, Layout layout, TrainingPlan plan, Map<String, Map<String, Object>> unknown) {

    /** A new, empty document. */
    public static final Document EMPTY = new Document(Graph.EMPTY, Layout.EMPTY, TrainingPlan.INITIAL);

    public Document {
        unknown = Map.copyOf(unknown);
    }

    /** A document without unknown members. */
    public Document(Graph graph, Layout layout, TrainingPlan plan) {
        this(graph, layout, plan, Map.of());
    }

    /** The same document with another graph; bends of wires that it no longer has go with them. */
    public Document with(Graph other) {
        return new Document(other, layout.bends().isEmpty() ? layout : bends(other), plan, unknown);
    }

    private Layout bends(Graph other) {
        Map<Wire, List<Point>> left = new LinkedHashMap<>(layout.bends());
        left.keySet().retainAll(new HashSet<>(other.wires()));
        return new Layout(layout.positions(), layout.collapsed(), left, layout.frames());
    }

    /** The same document laid out differently. */
    public Document with(Layout other) {
        return new Document(graph, other, plan, unknown);
    }

    /** The same document trained differently. */
    public Document with(TrainingPlan other) {
        return new Document(graph, layout, other, unknown);
    }
}
