package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.List;

/** Adam with decoupled weight decay. */
final class AdamW implements OptimizerType.Rule {

    static final Param<Double> WEIGHT_DECAY = Param.real("weightDecay", 0.01, 0, 1)
            .label("Weight decay")
            .help(
                    "How strongly each step draws the weights toward zero, as a fraction of the learning rate. Spares biases, and layers that have an L2 of their own.");

    static final OptimizerType TYPE = new OptimizerType(
            "adamw",
            "AdamW",
            "Adam that also shrinks all weights a little at each step, which fights overfitting better than L2 does with Adam.",
            "Loshchilov, Hutter, Decoupled weight decay regularization (2019)",
            Rates.LEARNING_RATE,
            List.of(Rates.LEARNING_RATE, WEIGHT_DECAY, Adam.BETA1, Adam.BETA2, Rates.EPSILON),
            2,
            new AdamW());

    private AdamW() {}

    @Override
    public Expr.Chain apply(Expr.Chain builder, Values values, Expr rate) {
        return Adam.TYPE.rule().apply(builder, values, rate);
    }

    /** On each layer, since the engine applies what is set for all layers twice; and never beside an L2, which the engine would forget. */
    @Override
    public Expr onLayer(Expr layer, Values values) {
        double decay = values.get(WEIGHT_DECAY);
        return decay > 0 && layer instanceof Expr.Call build && !calls(build.on(), "l2")
                ? Expr.chain(build.on()).set("weightDecay", decay).build()
                : layer;
    }

    private static boolean calls(Expr chain, String method) {
        return chain instanceof Expr.Call call && (call.method().equals(method) || calls(call.on(), method));
    }
}
