package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A recurrent layer with two gates. */
final class Gru {

    static final LayerType TYPE = layer("gru", "GRU")
            .category(Category.RECURRENT)
            .help(
                    "Reads a sequence step by step; one gate decides how much of what it knew it keeps, another how much of it counts for what is new. Often as good as an LSTM, with a quarter less to compute.")
            .formula(
                    "z = σ(x[t] · W₁ + b₁ + y[t−1] · U₁ + c₁)\nr = σ(x[t] · W₂ + b₂ + y[t−1] · U₂ + c₂)\na = φ(x[t] · W₃ + b₃ + r ⊙ (y[t−1] · U₃ + c₃))\ny[t] = z ⊙ y[t−1] + (1 − z) ⊙ a",
                    "z is the update gate, r the reset gate, a the candidate; y begins at zero. The W are weights from what comes in, the U those from the step before, the b and c their biases; φ is the activation, σ the gate activation, and ⊙ multiplies value by value.")
            .source(
                    "Cho et al., Learning phrase representations using RNN encoder-decoder (2014), with the reset gate behind the product as in Keras and cuDNN")
            .params(
                    Recurrent.UNITS,
                    Recurrent.ACTIVATION,
                    Recurrent.GATES,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Recurrent.RECURRENT_INITIALIZER,
                    Recurrent.RECURRENT_SPREAD,
                    Recurrent.DROPOUT,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> values.get(Recurrent.ACTIVATION).after(Dense.grouped(values.get(Recurrent.UNITS))))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(in.steps(), values.get(Recurrent.UNITS))))
            .learning(Recurrent.arrays(values -> Bidirectional.Cell.GRU))
            .counting((values, in) -> count(((Shape.Sequence) in.get(0)).features(), values.get(Recurrent.UNITS)))
            .costing((values, in) -> cost((Shape.Sequence) in.get(0), values.get(Recurrent.UNITS)))
            .holding(
                    (values, in) -> Footprint.kept(remembered((Shape.Sequence) in.get(0), values.get(Recurrent.UNITS))))
            .layer((values, in) -> expr(values));

    private Gru() {}

    /** Two gates and the candidate, each with weights from the input, weights from the step before, and a bias for either. */
    static Count count(long features, int units) {
        return Count.of(
                3 * units * (features + units + 2),
                "3 · ((%d + %d) · %d + 2 · %d)".formatted(features, units, units, units));
    }

    static long cost(Shape.Sequence in, int units) {
        return in.steps() * 3 * units * (in.features() + units);
    }

    /** At each step two gates and what they let through. */
    static long remembered(Shape.Sequence in, int units) {
        return in.steps() * 3 * units;
    }

    private static Expr expr(Values values) {
        return Recurrent.set(Recurrent.own("GRU"), values)
                .set("gateActivation", values.get(Recurrent.GATES).expr())
                .build();
    }
}
