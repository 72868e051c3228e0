package io.layerloom.graph;

import java.util.Optional;

/**
 * One layer on the canvas, or a block of layers.
 *
 * @param type the id of its {@link LayerType}; may be unknown to this version
 * @param name unique within the graph; letters, digits and underscores; the layer's name in exported source
 * @param block what stands behind the node, if it is a block; nodes of one block share the object
 */
public record Node(NodeId id, String type, String name, Values values, Optional<Block> block) {

    /** A layer. */
    public Node(NodeId id, String type, String name, Values values) {
        this(id, type, name, values, Optional.empty());
    }

    /** A block. */
    public Node(NodeId id, String name, Values values, Block block) {
        this(id, Block.TYPE, name, values, Optional.of(block));
    }

    /** The name that a person gave; empty for one that came with the layer. */
    public String given() {
        return Graph.isFresh(name, block.map(Block::name).orElse(type)) ? "" : name;
    }

    /** The same node under another name. */
    public Node named(String other) {
        return new Node(id, type, other, values, block);
    }

    /** The same node with other settings. */
    public Node with(Values other) {
        return new Node(id, type, name, other, block);
    }

    /** The same node with another block behind it. */
    Node with(Block other) {
        return new Node(id, name, values, other);
    }

    /** The same node under another id. */
    Node as(NodeId other) {
        return new Node(other, type, name, values, block);
    }
}
