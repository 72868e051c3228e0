package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;

/** Attention by a small network that compares steps. */
final class AdditiveAttention {

    static final Param<Integer> UNITS = Param.integer("units", 32, 1, 65_536)
            .label("Units")
            .help("How many units compare a step of the first sequence with one of the second.");

    static final LayerType TYPE = layer("additive_attention", "Additive attention")
            .category(Category.ATTENTION)
            .help(
                    "For each step of the first sequence, a small network scores every step of the second; what comes out is the mean of the second sequence's steps, weighted by the scores. The first attention there was: in translation, a decoder looks at the words of the other language with it.")
            .formula(
                    "s[t, u] = tanh(x[t] · A + z[u] · B + b) · v\np[t] = softmax(s[t])\ny[t] = Σ p[t, u] · z[u]",
                    "x[t] is a step of the first sequence, z[u] one of the second; A, B and v are weights, b are the biases of the units. softmax and the sum go over all steps u that are not padding.")
            .source(
                    "Bahdanau, Cho, Bengio, Neural machine translation by jointly learning to align and translate (2015)")
            .params(UNITS, Weights.INITIALIZER, Weights.SPREAD, Weights.L1, Weights.L2)
            .summary(values -> tr("%s units", Dense.grouped(values.get(UNITS))))
            .merging(2, 2, AdditiveAttention::infer)
            .learning(AttentionArrays.ofAdditive(UNITS))
            .counting((values, in) -> count(
                    CrossAttention.own(in).features(), CrossAttention.other(in).features(), values.get(UNITS)))
            .costing((values, in) -> cost(CrossAttention.own(in), CrossAttention.other(in), values.get(UNITS)))
            .holding((values, in) -> held(CrossAttention.own(in), CrossAttention.other(in), values.get(UNITS)))
            .foresight(Foresight.always("Each step looks at all steps of the second sequence"))
            .lowered((values, in) -> Attention.looking(expr(values), in));

    private AdditiveAttention() {}

    private static Inferred infer(Values values, List<Shape> in) {
        Inferred answer = Attention.sequences("Additive attention", in, Inferred.ok(in.get(0)));
        return answer instanceof Inferred.Ok
                ? Inferred.ok(new Shape.Sequence(
                        CrossAttention.own(in).steps(), CrossAttention.other(in).features()))
                : answer;
    }

    /** Weights from either sequence to the units, a bias for each unit, and a weight from each unit to the score. */
    private static Count count(long features, long others, int units) {
        return Count.of(units * (features + others + 2), "(%d + %d + 2) · %d".formatted(features, others, units));
    }

    private static long cost(Shape.Sequence own, Shape.Sequence other, int units) {
        return own.elements() * units
                + other.elements() * units
                + own.steps() * other.steps() * (units + other.features());
    }

    /** What the units make of each step of either sequence; how much each step looks at each other, and room to find the slopes of that. */
    private static Footprint held(Shape.Sequence own, Shape.Sequence other, int units) {
        long scores = own.steps() * other.steps();
        return Footprint.kept((own.steps() + other.steps()) * units).plus(Footprint.noted(2 * scores, scores));
    }

    private static Expr.Chain expr(Values values) {
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "AdditiveLayer.Builder").set("nOut", values.get(UNITS));
        return Weights.penalized(Weights.initialized(chain, values), values);
    }
}
