package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Optional;

/** The end of a network for classes that also draws what comes in to the centre of its class. */
final class CentreLossOutput {

    static final Param<Integer> UNITS =
            Param.integer("units", 10, 2, 1_000_000).label("Units").help("One unit for each class.");

    static final Param<Double> WEIGHT = Param.real("centreWeight", 0.003, 0, 10)
            .label("Weight of the centres")
            .help(
                    "How much the distance of an example to the centre of its class counts beside the cross-entropy; 0.003 in the paper. More makes the classes tighter.");

    static final Param<Double> RATE = Param.real("centreRate", 0.5, 0, 1)
            .label("Rate of the centres")
            .help("How far the centres follow their examples after each mini-batch, from 0 to 1; 0.5 in the paper.");

    static final LayerType TYPE = layer("centre_loss_output", "Output with class centres")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends a network for classes: a dense layer with softmax and cross-entropy that also draws what comes in toward the centre of its class (centre loss). Examples of one class come close together, so that what comes in may serve to compare things that were never seen, such as faces. Keep it short: 2 numbers can be drawn, 64 to 512 tell many classes apart.")
            .formula(
                    "y = softmax(x · W + b)\nL = −log y[k] + λ / 2 · |x − c[k]|²\nc[k] ← c[k] + α · Σ (x − c[k]) / (1 + n)",
                    "W are the weights, b the biases. L is the loss of an example of class k, whose centre is c[k]; λ is the weight of the centres. After each mini-batch the centre of a class moves by the last line, with α the rate of the centres and the sum over the n examples of the class.")
            .source("Wen, Zhang, Li, Qiao, A discriminative feature learning approach for deep face recognition (2016)")
            .params(Weights.after(UNITS, WEIGHT, RATE))
            .summary(values -> tr("softmax over %s", Dense.grouped(values.get(UNITS))))
            .from(
                    Shape.Vector.class,
                    (values, in) -> Constraint.check(values, Inferred.ok(new Shape.Vector(values.get(UNITS)))))
            .learning(TypedArrays.ofUnits(UNITS))
            .counting((values, in) -> count(values, (Shape.Vector) in.get(0)))
            .costing((values, in) -> in.get(0).elements() * (values.get(UNITS) + 1))
            .ending(values -> Labels.Format.CLASS_INDEX, (values, output, labels) -> check(values, labels))
            .layer((values, in) -> expr(values));

    private CentreLossOutput() {}

    private static Count count(Values values, Shape.Vector in) {
        int units = values.get(UNITS);
        Count dense = Dense.count(in, units, values.get(Weights.BIAS));
        return new Count(dense.trainable(), in.size() * units, dense.formula());
    }

    private static Optional<Inferred.Bad> check(Values values, Labels labels) {
        if (!(labels instanceof Labels.Classes classes)) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output with class centres learns the class of each example, which these labels do not say. End the network with an Output.")));
        }
        return OutputRules.checkUnitEach(values, UNITS, classes.names().size());
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = Expr.builder(Dl4j.KIT + "CentreLossOutput.Builder", values.get(WEIGHT), values.get(RATE))
                .set("nOut", values.get(UNITS))
                .set("activation", Activation.SOFTMAX.expr());
        return Weights.set(chain, values, 0).build();
    }
}
