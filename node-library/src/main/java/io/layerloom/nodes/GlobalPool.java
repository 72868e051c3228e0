package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** One value for each channel of a whole image, or each feature of a whole sequence. */
final class GlobalPool {

    /** How the values become one. */
    enum Operation implements Labelled {
        AVERAGE("Average", "AVG"),
        MAXIMUM("Maximum", "MAX"),
        SUM("Sum", "SUM"),
        NORM("p-norm", "PNORM");

        private final String label;
        private final String constant;

        Operation(String label, String constant) {
            this.label = label;
            this.constant = constant;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Operation> OPERATION = Param.choice("operation", Operation.AVERAGE)
            .label("Operation")
            .help(
                    "Average asks how much of a feature there is, maximum whether it is there at all; a p-norm lies between sum and maximum. Padded steps of a sequence do not count.");

    static final Param<Integer> POWER = Param.integer("power", 2, 2, 16)
            .label("Power (p)")
            .help("2 gives the length of all values of a channel as a vector; the higher, the nearer to the maximum.")
            .shownWhen(values -> values.get(OPERATION) == Operation.NORM);

    static final LayerType TYPE = layer("global_pool", "Global pooling")
            .category(Category.POOLING)
            .help(
                    "Sums up a whole image or volume in one value per channel, or a whole sequence in one value per feature. Needs no weights, unlike Flatten and Dense.")
            .formula(
                    "y[c] = Σ x[i, c] / n\ny[c] = max x[i, c]\ny[c] = Σ x[i, c]\ny[c] = (Σ |x[i, c]|^p)^(1/p)",
                    "One of the lines holds, in the order of the choices under Operation; i goes over all n pixels, places or steps of the example, of which padded steps do not count, c is a channel or feature, and p the power.")
            .source("Lin, Chen, Yan, Network in network (2014)")
            .params(OPERATION, POWER)
            .summary(values -> values.get(OPERATION).label().toLowerCase(java.util.Locale.ROOT))
            .adapts()
            .fromAny(Shapes.WITH_PLACES, (values, in) -> Inferred.ok(new Shape.Vector(Shapes.channels(in))))
            .costing((values, in) -> in.get(0).elements())
            .lowered((values, in) -> lowered(values, in.get(0)));

    private GlobalPool() {}

    /** The engine believes that a pooled sequence still is one, and would treat it so in the layers behind. */
    private static Lowered lowered(Values values, Shape in) {
        Operation operation = values.get(OPERATION);
        Expr layer = Dl4j.layer("GlobalPoolingLayer", Pooling.operation(operation.constant))
                .setIf(operation == Operation.NORM && values.get(POWER) != 2, "pnorm", values.get(POWER))
                .build();
        return !(in instanceof Shape.Sequence)
                ? new Lowered.Layer(layer, false)
                : new Lowered.CorrectedLayer(
                        layer, Dl4j.vertex("ReshapeVertex", -1, Math.toIntExact(Shapes.channels(in))));
    }
}
