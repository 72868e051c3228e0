package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;

/** A block of a Transformer that writes one sequence while it looks at another. */
final class TransformerDecoder {

    static final LayerType TYPE = layer("transformer_decoder", "Transformer decoder block")
            .category(Category.ATTENTION)
            .help(
                    "Causal self-attention over the first sequence, attention to the second, and two dense layers at each step, each with a residual connection and a layer normalization. The first sequence is what is being written, the second what an encoder has understood. A GPT has no second sequence: draw it with encoder blocks that are causal.")
            .formula(
                    "Z = X + A(N₁(X))\nU = Z + C(N₂(Z), S)\nY = U + D(N₃(U))\nD(x) = f(x · W₁ + b₁) · W₂ + b₂",
                    "X has a row for each step of the first sequence, S one for each step of the second. A is causal self-attention, C cross-attention to S, N₁, N₂ and N₃ are layer normalizations, D is two dense layers at each step with the activation f between. Normalized behind each sum, Z = N₁(X + A(X)), U = N₂(Z + C(Z, S)) and Y = N₃(U + D(U)).")
            .source("Vaswani et al., Attention is all you need (2017)")
            .params(
                    Attention.HEADS,
                    Transformer.FEED_FORWARD,
                    Transformer.ACTIVATION,
                    Transformer.NORM,
                    Transformer.DROPOUT,
                    Attention.ATTENTION_DROPOUT,
                    Transformer.EPSILON,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.L1,
                    Weights.L2)
            .summary(Transformer::summary)
            .merging(2, 2, TransformerDecoder::infer)
            .learning(AttentionArrays.ofDecoder())
            .counting((values, in) -> count(values, in))
            .costing((values, in) -> cost(values, in))
            .holding((values, in) -> held(values, in))
            .foresight(Foresight.always("Each step looks at all steps of the second sequence"))
            .lowered((values, in) -> Attention.looking(Transformer.chain(values).set("causal"), in));

    private TransformerDecoder() {}

    private static Inferred infer(Values values, List<Shape> in) {
        Inferred answer = Attention.sequences(later("A decoder block"), in, Inferred.ok(in.get(0)));
        return answer instanceof Inferred.Ok
                ? Transformer.check(values, CrossAttention.own(in).features(), answer)
                : answer;
    }

    private static Count count(Values values, List<Shape> in) {
        long features = CrossAttention.own(in).features();
        return Transformer.sum(
                SelfAttention.count(features, true),
                CrossAttention.count(features, CrossAttention.other(in).features(), true),
                Transformer.dense(features, values.get(Transformer.FEED_FORWARD)),
                Count.of(6 * features, "6 · " + features));
    }

    private static Footprint held(Values values, List<Shape> in) {
        Shape.Sequence own = CrossAttention.own(in);
        return Attention.held(values, own, own)
                .plus(Attention.held(values, own, CrossAttention.other(in)))
                .plus(Transformer.held(values, own));
    }

    private static long cost(Values values, List<Shape> in) {
        Shape.Sequence own = CrossAttention.own(in);
        return SelfAttention.cost(own)
                + CrossAttention.cost(own, CrossAttention.other(in))
                + 2 * own.elements() * values.get(Transformer.FEED_FORWARD);
    }
}
