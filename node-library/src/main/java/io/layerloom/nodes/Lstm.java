package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Long short-term memory. */
final class Lstm {

    static final Param<Double> FORGET_BIAS = Param.real("forgetBias", 1, -10, 10)
            .label("Forget gate bias")
            .help(
                    "The bias of the forget gate before training. 1 lets the layer remember until it learns what to forget.");

    static final LayerType TYPE = layer("lstm", "LSTM")
            .category(Category.RECURRENT)
            .help(
                    "Reads a sequence step by step and keeps a memory that learned gates write, hold and forget. Put a Last step behind it to sum up the whole sequence.")
            .formula(
                    "a = φ(x[t] · W₁ + y[t−1] · U₁ + b₁)\nq = σ(x[t] · W₂ + y[t−1] · U₂ + b₂)\no = σ(x[t] · W₃ + y[t−1] · U₃ + b₃)\ni = σ(x[t] · W₄ + y[t−1] · U₄ + b₄)\nc[t] = q ⊙ c[t−1] + i ⊙ a\ny[t] = o ⊙ φ(c[t])",
                    "a is the candidate, q the forget gate, o the output gate and i the input gate; c is the memory, which begins at zero, as y does. The W are weights from what comes in, the U those from the step before, the b biases; φ is the activation, σ the gate activation, and ⊙ multiplies value by value.")
            .source(
                    "Hochreiter, Schmidhuber, Long short-term memory (1997); Gers, Schmidhuber, Cummins, Learning to forget (2000)")
            .params(
                    Recurrent.UNITS,
                    Recurrent.ACTIVATION,
                    Recurrent.GATES,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Recurrent.RECURRENT_INITIALIZER,
                    Recurrent.RECURRENT_SPREAD,
                    FORGET_BIAS,
                    Recurrent.DROPOUT,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> values.get(Recurrent.ACTIVATION).after(Dense.grouped(values.get(Recurrent.UNITS))))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(in.steps(), values.get(Recurrent.UNITS))))
            .learning(Recurrent.arrays(values -> Bidirectional.Cell.LSTM))
            .counting((values, in) -> count(((Shape.Sequence) in.get(0)).features(), values.get(Recurrent.UNITS)))
            .costing((values, in) -> cost((Shape.Sequence) in.get(0), values.get(Recurrent.UNITS)))
            .holding(
                    (values, in) -> Footprint.kept(remembered((Shape.Sequence) in.get(0), values.get(Recurrent.UNITS))))
            .layer((values, in) -> expr(values));

    private Lstm() {}

    /** Four gates, each with weights from the input, weights from the step before, and a bias. */
    static Count count(long features, int units) {
        return Count.of(
                4 * units * (features + units + 1),
                "4 · ((%d + %d) · %d + %d)".formatted(features, units, units, units));
    }

    static long cost(Shape.Sequence in, int units) {
        return in.steps() * 4 * units * (in.features() + units);
    }

    /** At each step four gates and what the layer holds. */
    static long remembered(Shape.Sequence in, int units) {
        return in.steps() * 5 * units;
    }

    private static Expr expr(Values values) {
        return Recurrent.set(Dl4j.layer("LSTM"), values)
                .set("gateActivationFunction", values.get(Recurrent.GATES).expr())
                .set("forgetGateBiasInit", values.get(FORGET_BIAS))
                .build();
    }
}
