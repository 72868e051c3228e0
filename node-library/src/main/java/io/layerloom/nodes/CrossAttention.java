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
import java.util.List;

/** Multi-head attention of one sequence to another. */
final class CrossAttention {

    static final LayerType TYPE = layer("cross_attention", "Cross-attention")
            .category(Category.ATTENTION)
            .help(
                    "Lets each step of the first sequence look at all steps of the second and take from those that matter to it (multi-head): how a decoder reads what an encoder has understood.")
            .formula(
                    "Q = X · W₁ + b₁,  K = Z · W₂ + b₂,  V = Z · W₃ + b₃\nH = softmax(Q · Kᵀ / √d) · V\nY = [H₁, H₂, …] · W₄ + b₄",
                    "X has a row for each step of the first sequence, Z one for each step of the second; Q are the queries, K the keys, V the values, W and b weights and biases. Each of the h heads computes H from its own d columns of Q, K and V, with d = features of X / h, and softmax makes the numbers of each row sum to 1. Padding is never looked at.")
            .source("Vaswani et al., Attention is all you need (2017)")
            .params(
                    Attention.HEADS,
                    Attention.BIAS,
                    Attention.ATTENTION_DROPOUT,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> tr("%d heads", values.get(Attention.HEADS)))
            .merging(2, 2, CrossAttention::infer)
            .learning(AttentionArrays.ofCross())
            .counting((values, in) -> count(own(in).features(), other(in).features(), values.get(Attention.BIAS)))
            .costing((values, in) -> cost(own(in), other(in)))
            .holding((values, in) -> Attention.held(values, own(in), other(in)))
            .foresight(Foresight.always("Each step looks at all steps of the second sequence"))
            .lowered((values, in) -> Attention.looking(expr(values), in));

    private CrossAttention() {}

    static Shape.Sequence own(List<Shape> in) {
        return (Shape.Sequence) in.get(0);
    }

    static Shape.Sequence other(List<Shape> in) {
        return (Shape.Sequence) in.get(1);
    }

    private static Inferred infer(Values values, List<Shape> in) {
        Inferred answer = Attention.sequences("Cross-attention", in, Inferred.ok(in.get(0)));
        return answer instanceof Inferred.Ok ? Attention.check(values, own(in).features(), answer) : answer;
    }

    /** Queries and results from the first sequence's features, keys and values from the second's. */
    static Count count(long features, long others, boolean bias) {
        long weights = 2 * features * features + 2 * others * features;
        String formula = "2 · %d · %d + 2 · %d · %d".formatted(features, features, others, features);
        return bias ? Count.of(weights + 4 * features, formula + " + 4 · " + features) : Count.of(weights, formula);
    }

    static long cost(Shape.Sequence own, Shape.Sequence other) {
        return 2 * own.steps() * own.features() * own.features()
                + 2 * other.steps() * other.features() * own.features()
                + Attention.cost(own, other);
    }

    private static Expr.Chain expr(Values values) {
        return SelfAttention.set(Expr.builder(Dl4j.KIT + "HeadsLayer.Builder", values.get(Attention.HEADS)), values);
    }
}
