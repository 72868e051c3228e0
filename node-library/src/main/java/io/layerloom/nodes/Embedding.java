package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;

/** A learned vector for each word or character. */
final class Embedding {

    static final Param<Integer> SIZE = Param.integer("size", 32, 1, 4096)
            .label("Vector size")
            .help(
                    "How many numbers stand for one word or character. 8 to 64 suit small vocabularies, 100 to 300 large ones.");

    private static final Param<Initializer> INITIALIZER = Weights.INITIALIZER.startingAt(Initializer.UNIFORM);

    private static final Param<Rows> VECTORS = TypedArrays.WEIGHTS
            .label("Typed vectors")
            .help(
                    "One row for each token of the vocabulary, with the numbers of its vector: the first two are for padding and for unknown tokens. One row alone counts for every token. Left empty, they are drawn.");

    static final LayerType TYPE = layer("embedding", "Embedding")
            .category(Category.RECURRENT)
            .help(
                    "Looks up a learned vector for each word or character of a text. Words that are used alike get vectors that lie close together.")
            .formula(
                    "y[t] = W[x[t]]",
                    "x[t] is the number of the token at step t, and W has a row for each token of the vocabulary.")
            .source("Bengio, Ducharme, Vincent, Jauvin, A neural probabilistic language model (2003)")
            .params(SIZE, INITIALIZER, spread(), Weights.L1, Weights.L2)
            .summary(values -> tr("%d per token", values.get(SIZE)))
            .adapts()
            .from(Shape.Tokens.class, (values, in) -> Inferred.ok(new Shape.Sequence(in.steps(), values.get(SIZE))))
            .learning(WeightArray.of(
                    VECTORS,
                    "W",
                    "ROWS",
                    (values, in) -> Sizes.rows(((Shape.Tokens) in.get(0)).vocabulary(), values.get(SIZE))))
            .counting((values, in) -> count(((Shape.Tokens) in.get(0)).vocabulary(), values.get(SIZE)))
            .layer((values, in) -> expr(values, (Shape.Tokens) in.get(0)));

    private Embedding() {}

    private static Param<Double> spread() {
        return Weights.SPREAD.shownWhen(values -> values.get(INITIALIZER).hasSpread());
    }

    private static Count count(long vocabulary, int size) {
        return Count.of(vocabulary * size, "%d · %d".formatted(vocabulary, size));
    }

    private static Expr expr(Values values, Shape.Tokens in) {
        Expr.Chain chain = Dl4j.layer("EmbeddingSequenceLayer")
                .set("nOut", values.get(SIZE))
                .set("inputLength", Math.toIntExact(in.steps()))
                .set("activation", Activation.LINEAR.expr())
                .set("weightInit", values.get(INITIALIZER).expr(values.get(Weights.SPREAD)));
        return Weights.penalized(chain, values).build();
    }
}
