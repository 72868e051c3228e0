package io.layerloom.graph;

/**
 * A connection from the output of one node to an input of another.
 *
 * @param port which input, counted from 0; the order of a concatenation
 */
public record Wire(NodeId from, NodeId to, int port) {}
