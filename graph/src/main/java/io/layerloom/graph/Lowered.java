package io.layerloom.graph;

/** A layer in the engine's terms. */
public sealed interface Lowered {

    /** Data enters here; the expression is the engine's input type. */
    record Input(Expr inputType) implements Lowered {}

    /**
     * A layer with (possibly no) parameters.
     *
     * @param inPlace whether the engine writes its result over what comes in, so that it must not be given the data itself
     */
    record Layer(Expr layer, boolean inPlace) implements Lowered {}

    /** A layer of whose result the engine has a wrong idea, and a vertex behind it that lays the result out as it is. */
    record CorrectedLayer(Expr layer, Expr vertex) implements Lowered {}

    /** A vertex that makes one of several inputs, and a layer behind it, which can take only one. */
    record JoinedLayer(Expr vertex, Expr layer) implements Lowered {}

    /** A function of one or more inputs without parameters. */
    record Vertex(Expr vertex) implements Lowered {}
}
