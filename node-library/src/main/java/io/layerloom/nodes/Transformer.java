package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** What the blocks of Transformers have in common. */
final class Transformer {

    /** Where a block normalizes. */
    enum Norm implements Labelled {
        BEFORE("Before each part (pre-norm)"),
        BEHIND("Behind each sum (post-norm)");

        private final String label;

        Norm(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Integer> FEED_FORWARD = Param.integer("feedForward", 128, 1, 65_536)
            .label("Feed-forward width")
            .help("How many units the dense layer in the block has; four times the features, as a rule.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.GELU_EXACT)
            .help("The function between the two dense layers: GELU in BERT and GPT, ReLU in the first Transformer.");

    static final Param<Norm> NORM = Param.choice("norm", Norm.BEFORE)
            .label("Normalization")
            .help(
                    "Before each part, as in GPT, a deep network trains without a warm-up; behind each sum is how BERT and the first Transformer have it. With the first, put a Layer normalization behind the last block.");

    static final Param<Double> DROPOUT = Dropouts.rate("dropout", 0.1)
            .label("Dropout")
            .help(
                    "The fraction of what attention and dense layers give that each training step sets to zero, before it is added to what came in.");

    static final Param<Double> EPSILON = LayerNorm.EPSILON;

    private Transformer() {}

    static String summary(Values values) {
        return tr("%d heads · %s", values.get(Attention.HEADS), Dense.grouped(values.get(FEED_FORWARD)));
    }

    /** The given answer, unless heads or activation do not suit the features. */
    static Inferred check(Values values, long features, Inferred answer) {
        if (values.get(ACTIVATION) == Activation.SOFTMAX) {
            return Inferred.bad(ACTIVATION, tr("Softmax cannot stand between the dense layers of a block."))
                    .propose(tr("Use GELU"), ACTIVATION, Activation.GELU_EXACT)
                    .propose(tr("Use ReLU"), ACTIVATION, Activation.RELU);
        }
        return Attention.check(values, features, answer);
    }

    /** The two dense layers. */
    static Count dense(long features, int width) {
        return Count.of(
                2 * features * width + width + features,
                "2 · %d · %d + %d + %d".formatted(features, width, width, features));
    }

    /** What the dense layer within gives, before and behind its activation, and both normalizations. */
    static Footprint held(Values values, Shape.Sequence in) {
        return Footprint.kept(2 * in.steps() * values.get(FEED_FORWARD) + 2 * in.elements());
    }

    /** Several counts of one block. */
    static Count sum(Count... parts) {
        long all = 0;
        StringBuilder formula = new StringBuilder();
        for (Count part : parts) {
            all += part.trainable();
            formula.append(formula.isEmpty() ? "" : " + ").append(part.formula());
        }
        return Count.of(all, formula.toString());
    }

    /** The builder with everything that blocks share. */
    static Expr.Chain chain(Values values) {
        double dropped = values.get(DROPOUT);
        double hidden = values.get(Attention.ATTENTION_DROPOUT);
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "TransformerBlock.Builder", values.get(Attention.HEADS))
                .set("nOut", values.get(FEED_FORWARD))
                .set("activation", values.get(ACTIVATION).expr());
        chain = values.get(NORM) == Norm.BEFORE ? chain.set("normFirst") : chain;
        chain = Weights.initialized(chain, values)
                .setIf(!values.get(EPSILON).equals(EPSILON.initial()), "epsilon", values.get(EPSILON))
                .setIf(dropped > 0, "kept", Dropouts.kept(dropped))
                .setIf(hidden > 0, "keptAttention", Dropouts.kept(hidden));
        return Weights.penalized(chain, values);
    }
}
