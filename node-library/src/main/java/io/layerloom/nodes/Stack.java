package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;

/** Several inputs in one mini-batch, for layers that they share. */
final class Stack {

    private static final int MOST = 8;

    static final LayerType TYPE = layer("stack", "Stack")
            .category(Category.MERGE)
            .help(
                    "Lays inputs of one shape behind each other in one mini-batch, so that the layers behind it see each of them with the very same weights: the twins of a Siamese network. An Unstack for each input takes it out again.")
            .formula(
                    "y = (x₁; x₂; …; xₙ)",
                    "x₁ to xₙ are the inputs in the order of their wires, each with all examples of the mini-batch, one behind the other.")
            .source(
                    "Bromley, Guyon, LeCun, Säckinger, Shah, Signature verification using a \"Siamese\" time delay neural network (1993)")
            .summary(values -> tr("shared weights"))
            .role(LayerType.Role.STACK)
            .merging(2, MOST, (values, in) -> infer(in))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "StackInputs"));

    private Stack() {}

    private static Inferred infer(List<Shape> in) {
        Shape first = in.get(0);
        for (Shape other : in) {
            if (!other.equals(first)) {
                return Inferred.bad(tr(
                        "What shares layers must have the same shape, but Stack gets %s and %s. Bring the same kind of example by each wire.",
                        first.described(), other.described()));
            }
        }
        return Inferred.ok(first);
    }
}
