package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** The end of a network: a fully connected layer with a loss. */
final class Output {

    static final Param<Integer> UNITS = Param.integer("units", 10, 1, 1_000_000)
            .label("Units")
            .help("One unit for each class, a single one for yes or no, or one for each number to predict.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.SOFTMAX)
            .help(
                    "Softmax turns the outputs into probabilities of classes that sum to 1; sigmoid gives the probability of yes; linear predicts any number.");

    static final Param<Loss> LOSS = Param.choice("loss", Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
            .label("Loss")
            .help(
                    "What training makes small. Cross-entropy for classes (sparse takes class numbers, the other one-hot rows), binary cross-entropy for yes or no, mean squared error for numbers. Focal and Dice help where one class is rare, Huber and log-cosh where some labels are far off, hinge asks only for a margin. Margin is for the strengths of capsules.");

    static final Param<Double> GAMMA = Param.real("focalGamma", 2, 0, 10)
            .label("Focal gamma")
            .help("How much less the examples count that are right anyway; 0 makes it cross-entropy.")
            .shownWhen(values -> values.get(LOSS).isFocal());

    static final Param<Double> DELTA = Param.real("huberDelta", 1, 1e-6, 1e6)
            .label("Huber delta")
            .help("The error from which on the loss grows evenly instead of by the square.")
            .shownWhen(values -> values.get(LOSS) == Loss.HUBER);

    static final LayerType TYPE = layer("output", "Output")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends the network: a dense layer whose result is the prediction, with the loss that compares it to the label.")
            .formula(
                    "y = f(x · W + b)",
                    "W are the weights, b the biases, f is the activation. Training makes the loss small, which compares y with the label t of n numbers: cross-entropy is −Σ t · log y; binary cross-entropy −Σ (t · log y + (1 − t) · log(1 − y)); focal −(1 − p)^γ · log p, where p is the probability of what is true; mean squared error Σ (y − t)² / n; mean absolute error Σ |y − t| / n; Huber Σ q · (|y − t| − q / 2) / n with q = min(|y − t|, δ).")
            .source("Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.2")
            .params(Weights.after(UNITS, ACTIVATION, LOSS, GAMMA, DELTA))
            .summary(values -> values.get(ACTIVATION).after(Dense.grouped(values.get(UNITS))))
            .from(Shape.Vector.class, (values, in) -> Constraint.check(values, OutputRules.infer(values)))
            .learning(TypedArrays.ofUnits(UNITS))
            .counting(
                    (values, in) -> Dense.count((Shape.Vector) in.get(0), values.get(UNITS), values.get(Weights.BIAS)))
            .costing((values, in) -> in.get(0).elements() * values.get(UNITS))
            .ending(values -> values.get(LOSS).format(), (values, output, labels) -> OutputRules.check(values, labels))
            .layer((values, in) -> expr(values));

    private Output() {}

    private static Expr expr(Values values) {
        Expr.Chain chain = Dl4j.layer("OutputLayer", values.get(LOSS).expr(values))
                .set("nOut", values.get(UNITS))
                .set("activation", values.get(ACTIVATION).expr());
        return Weights.set(chain, values, 0).build();
    }
}
