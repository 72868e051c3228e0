package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A block of a Transformer that looks at one sequence. */
final class TransformerEncoder {

    static final LayerType TYPE = layer("transformer_encoder", "Transformer encoder block")
            .category(Category.ATTENTION)
            .help(
                    "Self-attention and two dense layers at each step, both with a residual connection and a layer normalization. Several of them behind an Embedding and a Positional encoding make a BERT, and with Causal switched on a GPT.")
            .formula(
                    "Z = X + A(N₁(X))\nY = Z + D(N₂(Z))\nD(x) = f(x · W₁ + b₁) · W₂ + b₂",
                    "X has a row for each step. A is self-attention, N₁ and N₂ are layer normalizations, D is two dense layers at each step with the activation f between. Normalized behind each sum, Z = N₁(X + A(X)) and Y = N₂(Z + D(Z)).")
            .source("Vaswani et al., Attention is all you need (2017)")
            .params(
                    Attention.HEADS,
                    Transformer.FEED_FORWARD,
                    Transformer.ACTIVATION,
                    Attention.CAUSAL,
                    Transformer.NORM,
                    Transformer.DROPOUT,
                    Attention.ATTENTION_DROPOUT,
                    Transformer.EPSILON,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.L1,
                    Weights.L2)
            .summary(Transformer::summary)
            .from(Shape.Sequence.class, (values, in) -> Transformer.check(values, in.features(), Inferred.ok(in)))
            .learning(AttentionArrays.ofEncoder())
            .counting((values, in) -> count(((Shape.Sequence) in.get(0)).features(), values))
            .costing((values, in) -> cost((Shape.Sequence) in.get(0), values))
            .holding((values, in) -> held((Shape.Sequence) in.get(0), values))
            .foresight(Foresight.unless(Attention.CAUSAL, later("A block")))
            .layer((values, in) -> expr(values));

    private TransformerEncoder() {}

    private static Count count(long features, Values values) {
        return Transformer.sum(
                SelfAttention.count(features, true),
                Transformer.dense(features, values.get(Transformer.FEED_FORWARD)),
                Count.of(4 * features, "4 · " + features));
    }

    private static long cost(Shape.Sequence in, Values values) {
        return SelfAttention.cost(in) + 2 * in.elements() * values.get(Transformer.FEED_FORWARD);
    }

    /** What attention and the two dense layers hold, and both normalizations. */
    private static Footprint held(Shape.Sequence in, Values values) {
        return Attention.held(values, in, in).plus(Transformer.held(values, in));
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Transformer.chain(values);
        return (values.get(Attention.CAUSAL) ? chain.set("causal") : chain).build();
    }
}
