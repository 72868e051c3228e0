package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Multi-head attention of a sequence to itself. */
final class SelfAttention {

    static final LayerType TYPE = layer("self_attention", "Self-attention")
            .category(Category.ATTENTION)
            .help(
                    "Lets each step of a sequence look at all others and take from those that matter to it (multi-head). Padding is never looked at. It does not know the order of the steps by itself: put a Positional encoding before it.")
            .formula(
                    "Q = X · W₁ + b₁,  K = X · W₂ + b₂,  V = X · W₃ + b₃\nH = softmax(Q · Kᵀ / √d) · V\nY = [H₁, H₂, …] · W₄ + b₄",
                    "X has a row for each step; Q are the queries, K the keys, V the values, W and b weights and biases. Each of the h heads computes H from its own d columns of Q, K and V, with d = features / h, and softmax makes the numbers of each row sum to 1. Padding is never looked at, nor with Causal what comes later.")
            .source("Vaswani et al., Attention is all you need (2017)")
            .params(
                    Attention.HEADS,
                    Attention.CAUSAL,
                    Attention.BIAS,
                    Attention.ATTENTION_DROPOUT,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.L1,
                    Weights.L2)
            .summary(values ->
                    tr("%d heads%s", values.get(Attention.HEADS), values.get(Attention.CAUSAL) ? tr(" · causal") : ""))
            .from(Shape.Sequence.class, (values, in) -> Attention.check(values, in.features(), Inferred.ok(in)))
            .learning(AttentionArrays.ofSelf())
            .counting((values, in) -> count(((Shape.Sequence) in.get(0)).features(), values.get(Attention.BIAS)))
            .costing((values, in) -> cost((Shape.Sequence) in.get(0)))
            .holding((values, in) -> Attention.held(values, (Shape.Sequence) in.get(0), (Shape.Sequence) in.get(0)))
            .foresight(Foresight.unless(Attention.CAUSAL, "Self-attention"))
            .layer((values, in) -> expr(values));

    private SelfAttention() {}

    /** Queries, keys, values and results, each with weights from all features to all features. */
    static Count count(long features, boolean bias) {
        return bias
                ? Count.of(4 * features * (features + 1), "4 · (%d · %d + %d)".formatted(features, features, features))
                : Count.of(4 * features * features, "4 · %d · %d".formatted(features, features));
    }

    static long cost(Shape.Sequence in) {
        return 4 * in.steps() * in.features() * in.features() + Attention.cost(in, in);
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "HeadsLayer.Builder", values.get(Attention.HEADS));
        return set(values.get(Attention.CAUSAL) ? chain.set("causal") : chain, values)
                .build();
    }

    /** The builder with what self- and cross-attention share. */
    static Expr.Chain set(Expr.Chain layer, Values values) {
        double hidden = values.get(Attention.ATTENTION_DROPOUT);
        Expr.Chain chain = Weights.initialized(layer, values)
                .setIf(!values.get(Attention.BIAS), "hasBias", false)
                .setIf(hidden > 0, "keptAttention", Dropouts.kept(hidden));
        return Weights.penalized(chain, values);
    }
}
