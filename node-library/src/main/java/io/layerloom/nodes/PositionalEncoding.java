package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray.Sizes;

/** What tells each step its place. */
final class PositionalEncoding {

    /** Where the places come from. */
    enum Kind implements Labelled {
        SINUSOIDAL("Sinusoidal"),
        LEARNED("Learned");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Kind> KIND = Param.choice("kind", Kind.SINUSOIDAL)
            .label("Kind")
            .help(
                    "Sinusoidal adds waves of many lengths and learns nothing; learned has a row of weights for each place, as BERT and GPT do.");

    static final Param<Boolean> SCALED = Param.flag("scaled", true)
            .label("Scale first")
            .help(
                    "Multiplies what comes in by the square root of the number of features, as the first Transformer does, so that small embeddings are not drowned by the waves.")
            .shownWhen(values -> values.get(KIND) == Kind.SINUSOIDAL);

    private static final Param<FirstWeights> FIRST_WEIGHTS =
            FirstWeights.KIND.shownWhen(values -> values.get(KIND) == Kind.LEARNED);

    private static final Param<Rows> PLACES = TypedArrays.WEIGHTS
            .label("Typed places")
            .help(
                    "One row for each step of the sequence, with one number for each feature. One row alone counts for every step. Left empty, they are drawn.");

    static final LayerType TYPE = layer("positional_encoding", "Positional encoding")
            .category(Category.ATTENTION)
            .help(
                    "Adds to each step of a sequence what tells its place. Attention by itself does not know in which order the steps come; put this between an Embedding and the first Transformer block.")
            .formula(
                    "y[t, i] = s · x[t, i] + P[t, i]\nP[t, 2k] = sin(t / 10000^(2k / n))\nP[t, 2k + 1] = cos(t / 10000^(2k / n))",
                    "t is the step and i the feature, both counted from 0, n the number of features. s is √n with Scale first, and 1 otherwise. Learned, P are weights, and s is 1.")
            .source(
                    "Vaswani et al., Attention is all you need (2017); learned: Gehring et al., Convolutional sequence to sequence learning (2017)")
            .params(KIND, SCALED, FIRST_WEIGHTS, LayerType.FROZEN.shownWhen(values -> values.get(KIND) == Kind.LEARNED))
            .summary(values -> values.get(KIND).label().toLowerCase(java.util.Locale.ROOT))
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(in))
            .learning(TypedArrays.dense(
                            PLACES,
                            "P",
                            (values, in) ->
                                    Sizes.rows(((Shape.Sequence) in.get(0)).steps(), Shapes.channels(in.get(0))))
                    .when(values -> values.get(KIND) == Kind.LEARNED))
            .counting((values, in) -> count(values, (Shape.Sequence) in.get(0)))
            .costing((values, in) -> in.get(0).elements())
            .layer((values, in) -> expr(values, (Shape.Sequence) in.get(0)));

    private PositionalEncoding() {}

    private static Count count(Values values, Shape.Sequence in) {
        return values.get(KIND) == Kind.LEARNED
                ? Count.of(in.elements(), "%d · %d".formatted(in.steps(), in.features()))
                : Count.NONE;
    }

    private static Expr expr(Values values, Shape.Sequence in) {
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "Positions.Builder", Math.toIntExact(in.steps()));
        if (values.get(KIND) == Kind.LEARNED) {
            return chain.set("learned").build();
        }
        return chain.setIf(values.get(SCALED), "scaled", Math.sqrt(in.features()))
                .build();
    }
}
