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
import java.util.Locale;

/** A fully connected layer. */
final class Dense {

    static final Param<Integer> UNITS = Param.integer("units", 64, 1, 1_000_000)
            .label("Units")
            .help(
                    "How many outputs the layer has. More units can tell more apart, but take longer and overfit sooner.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    static final LayerType TYPE = layer("dense", "Dense")
            .category(Category.CORE)
            .help(
                    "Connects every input with every output: each output is a weighted sum of all inputs, plus a bias, through the activation.")
            .formula("y = f(x · W + b)", "W are the weights, b the biases, f is the activation.")
            .source("Goodfellow, Bengio, Courville, Deep Learning (2016), chapter 6")
            .params(Weights.after(UNITS, ACTIVATION))
            .role(LayerType.Role.PRETRAINABLE)
            .summary(values -> values.get(ACTIVATION).after(grouped(values.get(UNITS))))
            .from(Shape.Vector.class, (values, in) -> infer(values))
            .learning(TypedArrays.ofUnits(UNITS))
            .counting((values, in) -> count((Shape.Vector) in.get(0), values.get(UNITS), values.get(Weights.BIAS)))
            .costing((values, in) -> in.get(0).elements() * values.get(UNITS))
            .layer((values, in) -> expr(values));

    private Dense() {}

    private static Inferred infer(Values values) {
        Shape out = new Shape.Vector(values.get(UNITS));
        return Constraint.check(values, Activations.check(values, ACTIVATION, out, Inferred.ok(out)));
    }

    /** One weight for each pair of input and output, and one bias for each output. */
    static Count count(Shape.Vector in, int units, boolean bias) {
        long weights = in.size() * units;
        return bias
                ? Count.of(weights + units, "%d · %d + %d".formatted(in.size(), units, units))
                : Count.of(weights, "%d · %d".formatted(in.size(), units));
    }

    static String grouped(int units) {
        return String.format(Locale.ROOT, "%,d", units);
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Dl4j.layer("DenseLayer")
                .set("nOut", values.get(UNITS))
                .set("activation", values.get(ACTIVATION).expr());
        return Weights.set(chain, values, 0).build();
    }
}
