package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray.Sizes;

/** Channels made stronger or weaker by what is in the whole picture. */
final class SqueezeExcitation {

    static final Param<Integer> REDUCTION = Param.integer("reduction", 16, 1, 256)
            .label("Reduction")
            .help("By how much the layer in between is narrower than the channels; 16 in the paper.");

    private static final Param<Rows> NARROW = TypedArrays.rows("typedWeights", "Typed weights of the squeeze");
    private static final Param<Rows> NARROW_BIASES = TypedArrays.line("typedBiases", "Typed biases of the squeeze");
    private static final Param<Rows> WIDE = TypedArrays.rows("typedExcitation", "Typed weights of the excitation");
    private static final Param<Rows> WIDE_BIASES =
            TypedArrays.line("typedExcitationBiases", "Typed biases of the excitation");

    static final LayerType TYPE = layer("squeeze_excitation", "Squeeze and excitation")
            .category(Category.CONVOLUTION)
            .help(
                    "Asks of each channel how much of it is in the whole picture, and makes channels stronger or weaker by the answers. Put it behind the last convolution of a block.")
            .formula(
                    "m[c] = Σ x[i, j, c] / n\ns = σ( ReLU(m · W₁ + b₁) · W₂ + b₂ )\ny[i, j, c] = s[c] · x[i, j, c]",
                    "m[c] is the mean of channel c over its n pixels, s[c] how strong the channel becomes; W₁, b₁ are the weights and biases of the squeeze, W₂, b₂ those of the excitation, and σ(z) = 1 / (1 + e^(−z)).")
            .source("Hu, Shen, Sun, Squeeze-and-excitation networks (2018)")
            .params(REDUCTION, Weights.INITIALIZER_OF_KIT, Weights.SPREAD, Weights.L1, Weights.L2)
            .summary(values -> "÷ " + values.get(REDUCTION))
            .from(Shape.Image.class, (values, in) -> Inferred.ok(in))
            .learning(
                    TypedArrays.dense(
                            NARROW,
                            "W1",
                            (values, in) ->
                                    Sizes.rows(units(values, (Shape.Image) in.get(0)), Shapes.channels(in.get(0)))),
                    TypedArrays.line(
                            NARROW_BIASES, "b1", (values, in) -> Sizes.line(units(values, (Shape.Image) in.get(0)))),
                    TypedArrays.dense(
                            WIDE,
                            "W2",
                            (values, in) ->
                                    Sizes.rows(Shapes.channels(in.get(0)), units(values, (Shape.Image) in.get(0)))),
                    TypedArrays.line(WIDE_BIASES, "b2", (values, in) -> Sizes.line(Shapes.channels(in.get(0)))))
            .counting(
                    (values, in) -> count(((Shape.Image) in.get(0)).channels(), units(values, (Shape.Image) in.get(0))))
            .costing((values, in) -> 2 * in.get(0).elements()
                    + 2 * ((Shape.Image) in.get(0)).channels() * units(values, (Shape.Image) in.get(0)))
            .layer((values, in) -> Weights.ofKit(
                            Expr.chain(
                                    Expr.make(Dl4j.KIT + "SqueezeExcitation", units(values, (Shape.Image) in.get(0)))),
                            values)
                    .expr());

    private SqueezeExcitation() {}

    private static int units(Values values, Shape.Image in) {
        return Math.toIntExact(Math.max(1, in.channels() / values.get(REDUCTION)));
    }

    private static Count count(long channels, long units) {
        return Count.of(
                2 * channels * units + units + channels,
                "%1$d · %2$d + %2$d + %2$d · %1$d + %1$d".formatted(channels, units));
    }
}
