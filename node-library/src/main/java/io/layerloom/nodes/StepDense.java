package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A fully connected layer at each step of a sequence. */
final class StepDense {

    static final Param<Integer> UNITS =
            Param.integer("units", 64, 1, 65_536).label("Units").help("How many numbers each step gets.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    static final LayerType TYPE = layer("step_dense", "Dense per step")
            .category(Category.RECURRENT)
            .help(
                    "The same dense layer at each step of a sequence (time-distributed): it mixes the features of a step, but not the steps.")
            .formula(
                    "y[t] = f(x[t] · W + b)",
                    "x[t] is step t, W are the weights, b the biases, the same at every step, f is the activation.")
            .source("Lin, Chen, Yan, Network in network (2014)")
            .params(
                    UNITS,
                    ACTIVATION,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Weights.BIAS,
                    Weights.BIAS_INITIAL,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> values.get(ACTIVATION).after(Dense.grouped(values.get(UNITS))))
            .from(Shape.Sequence.class, StepDense::infer)
            .learning(TypedArrays.ofUnits(UNITS))
            .counting((values, in) -> count(values, ((Shape.Sequence) in.get(0)).features()))
            .costing((values, in) -> in.get(0).elements() * values.get(UNITS))
            .layer((values, in) -> expr(values));

    private StepDense() {}

    private static Inferred infer(Values values, Shape.Sequence in) {
        Shape out = new Shape.Sequence(in.steps(), values.get(UNITS));
        return Activations.check(values, ACTIVATION, out, Inferred.ok(out));
    }

    private static Count count(Values values, long features) {
        return Dense.count(new Shape.Vector(features), values.get(UNITS), values.get(Weights.BIAS));
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "StepDense.Builder")
                .set("nOut", values.get(UNITS))
                .set("activation", values.get(ACTIVATION).expr());
        return Weights.penalized(Weights.biased(Weights.initialized(chain, values), values), values)
                .build();
    }
}
