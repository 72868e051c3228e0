package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;

/**
 * Everything the program knows about one optimizer.
 *
 * @param learningRate the setting among {@code params} that a schedule starts from
 * @param state how many numbers it keeps for each weight, such as the two moments of Adam
 * @param rule how it is set on the engine's configuration builder
 */
public record OptimizerType(
        String id,
        String name,
        String help,
        String source,
        Param<Double> learningRate,
        List<Param<?>> params,
        int state,
        Rule rule) {
    public OptimizerType {
        params = List.copyOf(params);
    }

    /** The words people know it by, in the language of now. */
    @Override
    public String name() {
        return tr(name);
    }

    /** What it does and when to use it, in the language of now. */
    @Override
    public String help() {
        return tr(help);
    }

    /** Adds the calls that set the optimizer to a configuration builder. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The builder with the optimizer set.
         *
         * @param rate the learning rate as a number literal, or a schedule of the engine
         */
        Expr.Chain apply(Expr.Chain builder, Values values, Expr rate);

        /** A layer with trainable weights, with what the optimizer wants of it; as it is, unless it wants something. */
        default Expr onLayer(Expr layer, Values values) {
            return layer;
        }
    }
}
