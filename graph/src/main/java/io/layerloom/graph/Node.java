package io.layerloom.graph;

/**
 * One layer on the canvas.
 *
 * @param type the id of its {@link LayerType}; may be unknown to this version
 * @param name unique within the graph; letters, digits and underscores; the layer's name in exported source
 */
public record Node(NodeId id, String type, String name, Values values) {

    /** The same node under another name. */
    public Node named(String other) {
        return new Node(id, type, other, values);
    }

    /** The same node with other settings. */
    public Node with(Values other) {
        return new Node(id, type, name, other);
    }
}
