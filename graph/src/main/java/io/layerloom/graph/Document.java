package io.layerloom.graph;

/** All that a project file holds: the network, where its nodes lie, and how to train it. Immutable; {@link Edit} makes new ones. */
public record Document(Graph graph, Layout layout, TrainingPlan plan) {

    /** A new, empty document. */
    public static final Document EMPTY = new Document(Graph.EMPTY, Layout.EMPTY, TrainingPlan.INITIAL);

    /** The same document with another graph. */
    public Document with(Graph other) {
        return new Document(other, layout, plan);
    }

    /** The same document laid out differently. */
    public Document with(Layout other) {
        return new Document(graph, other, plan);
    }

    /** The same document trained differently. */
    public Document with(TrainingPlan other) {
        return new Document(graph, layout, other);
    }
}
