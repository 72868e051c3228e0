package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Size2;

/** Names of the engine's classes, and the few expressions that several layers share. */
final class Dl4j {

    static final String CONF = "org.deeplearning4j.nn.conf.";
    static final String LAYERS = CONF + "layers.";
    static final String VERTICES = CONF + "graph.";
    static final String UPDATERS = "org.nd4j.linalg.learning.config.";
    static final String SCHEDULES = "org.nd4j.linalg.schedule.";
    static final String INPUT_TYPE = CONF + "inputs.InputType";

    /** Classes of our own that training uses and exports carry as source. */
    static final String KIT = "io.layerloom.engine.kit.";

    private Dl4j() {}

    /** The start of a layer's builder chain. */
    static Expr.Chain layer(String name, Object... args) {
        return Expr.builder(LAYERS + name + ".Builder", args);
    }

    /** A vertex made by its constructor. */
    static Expr vertex(String name, Object... args) {
        return Expr.make(VERTICES + name, args);
    }

    /** A vertex that only lays its input out in another form. */
    static Expr preprocessor(String name, Object... args) {
        return vertex("PreprocessorVertex", Expr.make(CONF + "preprocessor." + name, args));
    }

    /** A call that takes a height and a width. */
    static Expr.Chain set(Expr.Chain chain, String method, Size2 size) {
        return chain.set(method, size.height(), size.width());
    }
}
