package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;

/** What the layers have in common that join inputs of one shape value by value. */
final class ElementWise {

    private ElementWise() {}

    /** A declaration with the engine's {@code operation}; {@code summary} is the line on the node. */
    static LayerType type(
            String id,
            String name,
            String help,
            String formula,
            String source,
            String summary,
            int most,
            String operation) {
        return layer(id, name)
                .category(Category.MERGE)
                .help(help)
                .formula(
                        formula,
                        "x₁, x₂ and so on are the inputs in the order of their wires, i is the place of a value.")
                .source(source)
                .summary(values -> summary)
                .merging(2, most, (values, in) -> infer(name, in))
                .costing((values, in) -> (in.size() - 1) * in.get(0).elements())
                .vertex((values, in) -> Dl4j.vertex(
                        "ElementWiseVertex", Expr.constant(Dl4j.VERTICES + "ElementWiseVertex.Op", operation)));
    }

    /** The shape of a layer that makes one number of two vectors, or why it cannot. */
    static Inferred toOne(String name, List<Shape> in) {
        for (Shape shape : in) {
            if (!(shape instanceof Shape.Vector)) {
                return Inferred.bad(tr("%s needs vectors, but gets %s.", name, shape.described()));
            }
        }
        return infer(name, in) instanceof Inferred.Bad bad ? bad : Inferred.ok(new Shape.Vector(1));
    }

    /** The shape that all inputs have, or why they have none in common. */
    static Inferred infer(String name, List<Shape> in) {
        Shape first = in.get(0);
        for (Shape other : in) {
            if (other instanceof Shape.Tokens) {
                return Inferred.bad(tr(
                        "%s cannot compute with tokens: their numbers are names. Put an Embedding before it.",
                        tr(name)));
            }
            if (!other.equals(first)) {
                return Inferred.bad(tr(
                        "%s needs inputs of the same shape, but gets %s and %s.",
                        tr(name), first.described(), other.described()));
            }
        }
        return Inferred.ok(first);
    }
}
