package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the recurrent layers have in common. */
final class Recurrent {

    static final Param<Integer> UNITS = Param.integer("units", 32, 1, 65_536)
            .label("Units")
            .help("How many numbers the layer remembers from step to step, and gives at each.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.TANH)
            .help("The function that bounds what the layer remembers; tanh, unless there is a reason.");

    /** The functions that give a gate its position. */
    enum Gate implements Labelled {
        SIGMOID(Activation.SIGMOID),
        HARD_SIGMOID(Activation.HARD_SIGMOID);

        private final Activation activation;

        Gate(Activation activation) {
            this.activation = activation;
        }

        @Override
        public String label() {
            return activation.label();
        }

        Expr expr() {
            return activation.expr();
        }
    }

    static final Param<Gate> GATES = Param.choice("gateActivation", Gate.SIGMOID)
            .label("Gate activation")
            .help("The function that opens and closes the gates: between 0, shut, and 1, open.");

    static final Param<Initializer> RECURRENT_INITIALIZER = Param.choice(
                    "recurrentInitializer", Initializer.GLOROT_UNIFORM)
            .label("Recurrent initializer")
            .help("How the weights from one step to the next are drawn before training.");

    static final Param<Double> RECURRENT_SPREAD = Param.real("recurrentSpread", 0.05, 1e-6, 10)
            .label("Recurrent spread")
            .help(
                    "Standard deviation of the normal, or bound of the uniform distribution that the first recurrent weights come from.")
            .shownWhen(values -> values.get(RECURRENT_INITIALIZER).hasSpread());

    static final Param<Double> DROPOUT = Dropouts.rate("dropout", 0)
            .label("Dropout")
            .help(
                    "The fraction of the values coming in that each training step sets to zero. 0 is off; try 0.2 against overfitting.");

    private static final Param<Rows> INPUT = TypedArrays.parts("typedWeights", "Typed input weights");
    private static final Param<Rows> PAST = TypedArrays.parts("typedRecurrent", "Typed recurrent weights");
    private static final Param<Rows> BACKWARDS_INPUT =
            TypedArrays.parts("typedBackwards", "Typed input weights, backwards");
    private static final Param<Rows> BACKWARDS_PAST =
            TypedArrays.parts("typedBackwardsRecurrent", "Typed recurrent weights, backwards");
    private static final Param<Rows> BACKWARDS_BIASES =
            TypedArrays.line("typedBackwardsBiases", "Typed biases, backwards");

    private Recurrent() {}

    /** What a layer learns that reads from beginning to end: weights from the input and from the step before, and biases, each for one gate after the other. */
    static WeightArray[] arrays(Function<Values, Bidirectional.Cell> cell) {
        return arrays(cell, "", INPUT, PAST, TypedArrays.BIASES);
    }

    /** The same of one that reads both ways. */
    static WeightArray[] bothWays(Function<Values, Bidirectional.Cell> cell) {
        return Stream.concat(
                        Stream.of(arrays(cell)),
                        Stream.of(arrays(cell, "back", BACKWARDS_INPUT, BACKWARDS_PAST, BACKWARDS_BIASES)))
                .toArray(WeightArray[]::new);
    }

    private static WeightArray[] arrays(
            Function<Values, Bidirectional.Cell> cell,
            String prefix,
            Param<Rows> input,
            Param<Rows> past,
            Param<Rows> biases) {
        return new WeightArray[] {
            TypedArrays.dense(
                    input,
                    prefix + "W",
                    (values, in) -> cell.apply(values).rows(values.get(UNITS), Shapes.channels(in.get(0)))),
            TypedArrays.dense(
                    past, prefix + "RW", (values, in) -> cell.apply(values).rows(values.get(UNITS), values.get(UNITS))),
            TypedArrays.line(
                    biases, prefix + "b", (values, in) -> cell.apply(values).biases(values.get(UNITS)))
        };
    }

    /** The start of a layer of our own. */
    static Expr.Chain own(String cell) {
        return Expr.builder(Dl4j.KIT + "RecurrentLayer.Builder", Expr.constant(Dl4j.KIT + "CellKind", cell));
    }

    /** The builder with everything that recurrent layers share. */
    static Expr.Chain set(Expr.Chain layer, Values values) {
        Expr.Chain chain = layer.set("nOut", values.get(UNITS))
                .set("activation", values.get(ACTIVATION).expr());
        chain = Weights.initialized(chain, values)
                .set("weightInitRecurrent", values.get(RECURRENT_INITIALIZER).expr(values.get(RECURRENT_SPREAD)));
        return Weights.penalized(Dropouts.before(chain, values.get(DROPOUT)), values);
    }
}
