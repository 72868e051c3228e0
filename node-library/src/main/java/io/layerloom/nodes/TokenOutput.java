package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.Optional;

/** The end of a network that says, at each step of a text, which token comes next or was hidden there. */
final class TokenOutput {

    static final Param<Integer> UNITS = Param.integer("units", 1000, 2, 1_000_000)
            .label("Units")
            .help(
                    "One unit for each token of the vocabulary, with the numbers 0 for padding and 1 for unknown, and with the mask where masked tokens are learned.");

    private static final Param<Double> BIAS_INITIAL = Weights.BIAS_INITIAL.shownWhen(values -> true);

    static final LayerType TYPE = layer("token_output", "Output per step")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network that reads a text and says, at each step, which token comes next or, where the plan masks tokens, which one was hidden there: the same dense layer with softmax at every step, with the cross-entropy averaged over the steps that count. Behind causal Transformer blocks it makes a GPT, behind an LSTM the language model before that, and behind Transformer blocks that look both ways a BERT.")
            .formula(
                    "y[t] = softmax(x[t] · W + b)\nL = −Σ log y[t, k[t]] / n",
                    "x[t] is step t, W are the weights, b the biases, the same at every step. L is the loss of a text: k[t] is the token that comes next or was hidden there, and the sum is over the n steps that count.")
            .source(
                    "Bengio, Ducharme, Vincent, Jauvin, A neural probabilistic language model (2003); masked: Devlin, Chang, Lee, Toutanova, BERT (2018)")
            // The engine's layer fails without a bias, and its gradient is wrong with noise on the weights.
            .params(
                    UNITS,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    BIAS_INITIAL,
                    Weights.L1,
                    Weights.L2,
                    Constraint.KIND,
                    Constraint.LEAST,
                    Constraint.MOST)
            .summary(values -> tr("softmax over %s", Dense.grouped(values.get(UNITS))))
            .from(
                    Shape.Sequence.class,
                    (values, in) ->
                            Constraint.check(values, Inferred.ok(new Shape.Sequence(in.steps(), values.get(UNITS)))))
            .learning(
                    TypedArrays.dense(
                            TypedArrays.WEIGHTS,
                            "W",
                            (values, in) -> Sizes.rows(values.get(UNITS), Shapes.channels(in.get(0)))),
                    TypedArrays.line(TypedArrays.BIASES, "b", (values, in) -> Sizes.line(values.get(UNITS))))
            .counting((values, in) ->
                    Dense.count(new Shape.Vector(((Shape.Sequence) in.get(0)).features()), values.get(UNITS), true))
            .costing((values, in) -> in.get(0).elements() * values.get(UNITS))
            .ending(values -> Labels.Format.NEXT_TOKENS, TokenOutput::check)
            .layer((values, in) -> expr(values));

    private TokenOutput() {}

    private static Optional<Inferred.Bad> check(Values values, Shape output, Labels labels) {
        if (labels instanceof Labels.Tokens next) {
            return check(values, output, next.text(), later("its next"));
        }
        if (labels instanceof Labels.MaskedTokens masked) {
            return check(values, output, masked.text(), later("its own"));
        }
        return Optional.of(
                Inferred.bad(
                        tr(
                                "Output per step says which token comes next in a text, or was hidden in it. Let the training plan learn one of these, or end the network with an Output.")));
    }

    private static Optional<Inferred.Bad> check(Values values, Shape output, Shape.Tokens text, String which) {
        long steps = ((Shape.Sequence) output).steps();
        if (steps != text.steps()) {
            return Optional.of(Inferred.bad(tr(
                    "The texts have %d steps, but %d come out, so that none knows which token is %s. Take out what changes the number of steps.",
                    text.steps(), steps, tr(which))));
        }
        int wanted = Math.toIntExact(text.vocabulary());
        int units = values.get(UNITS);
        return units == wanted
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                UNITS, tr("The vocabulary has %d tokens, but the output has %d units.", wanted, units))
                        .propose(tr("Use %d units", wanted), UNITS, wanted));
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Dl4j.layer("RnnOutputLayer", Expr.make(Dl4j.KIT + "TokenLoss"))
                .set("nOut", values.get(UNITS))
                .set("activation", Activation.SOFTMAX.expr());
        Expr.Chain weighted = Weights.penalized(Weights.initialized(chain, values), values)
                .setIf(values.get(BIAS_INITIAL) != 0, "biasInit", values.get(BIAS_INITIAL));
        return Constraint.kept(weighted, values, 0).build();
    }
}
