package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;

/** The sum of several inputs. */
final class Add {

    static final LayerType TYPE = layer("add", "Add")
            .category(Category.MERGE)
            .help(
                    "Adds its inputs value by value. With a wire that skips some layers it makes a residual block, which lets very deep networks learn.")
            .source("He, Zhang, Ren, Sun, Deep residual learning for image recognition (2016)")
            .summary(values -> "sum of its inputs")
            .merging(2, 16, (values, in) -> infer(in))
            .costing((values, in) -> (in.size() - 1) * in.get(0).elements())
            .vertex((values, in) ->
                    Dl4j.vertex("ElementWiseVertex", Expr.constant(Dl4j.VERTICES + "ElementWiseVertex.Op", "Add")));

    private Add() {}

    private static Inferred infer(List<Shape> in) {
        Shape first = in.get(0);
        for (Shape other : in) {
            if (other instanceof Shape.Tokens) {
                return Inferred.bad("Add cannot add tokens: their numbers are names. Put an Embedding before it.");
            }
            if (!other.equals(first)) {
                return Inferred.bad("Add needs inputs of the same shape, but gets %s and %s."
                        .formatted(first.described(), other.described()));
            }
        }
        return Inferred.ok(first);
    }
}
