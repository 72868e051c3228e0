package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;

/** A recurrent layer without gates. */
final class SimpleRnn {

    static final Param<Double> BIAS_INITIAL = Param.real("biasInitial", 0, -100, 100)
            .label("Initial bias")
            .help("The value of every bias before training; 0 unless there is a reason.");

    static final LayerType TYPE = layer("simple_rnn", "Simple RNN")
            .category(Category.RECURRENT)
            .help(
                    "Reads a sequence step by step; what it gives at one step it hears again at the next. Simple and fast, but forgets after some ten steps: use an LSTM for longer ones.")
            .formula(
                    "y[t] = φ(x[t] · W + y[t−1] · U + b)",
                    "W are the weights from what comes in, U those from the step before, b the biases, φ is the activation; y begins at zero.")
            .source("Elman, Finding structure in time (1990)")
            .params(
                    Recurrent.UNITS,
                    Recurrent.ACTIVATION,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Recurrent.RECURRENT_INITIALIZER,
                    Recurrent.RECURRENT_SPREAD,
                    BIAS_INITIAL,
                    Recurrent.DROPOUT,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> values.get(Recurrent.ACTIVATION).after(Dense.grouped(values.get(Recurrent.UNITS))))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(in.steps(), values.get(Recurrent.UNITS))))
            .learning(Recurrent.arrays(values -> Bidirectional.Cell.SIMPLE_RNN))
            .counting((values, in) -> count(((Shape.Sequence) in.get(0)).features(), values.get(Recurrent.UNITS)))
            .costing((values, in) -> cost((Shape.Sequence) in.get(0), values.get(Recurrent.UNITS)))
            .layer((values, in) -> Recurrent.set(Dl4j.layer("recurrent.SimpleRnn"), values)
                    .setIf(values.get(BIAS_INITIAL) != 0, "biasInit", values.get(BIAS_INITIAL))
                    .build());

    private SimpleRnn() {}

    static Count count(long features, int units) {
        return Count.of(units * (features + units + 1), "(%d + %d) · %d + %d".formatted(features, units, units, units));
    }

    static long cost(Shape.Sequence in, int units) {
        return in.steps() * units * (in.features() + units);
    }
}
