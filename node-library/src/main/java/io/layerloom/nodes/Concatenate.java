package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;

/** Several inputs side by side. */
final class Concatenate {

    static final LayerType TYPE = layer("concatenate", "Concatenate")
            .category(Category.MERGE)
            .help(
                    "Lays its inputs side by side: vectors one after the other, images and volumes by their channels, sequences by their features.")
            .formula(
                    "y = [x₁, x₂, …, xₙ]",
                    "x₁ to xₙ are the inputs in the order of their wires, side by side: the values of vectors, at each place or step the channels or features.")
            .source("Szegedy et al., Going deeper with convolutions (2015)")
            .summary(values -> tr("side by side"))
            .merging(2, 16, (values, in) -> infer(in))
            .vertex((values, in) -> in.get(0) instanceof Shape.Volume
                    ? Expr.make(Dl4j.KIT + "JoinedChannels")
                    : Dl4j.vertex("MergeVertex"));

    private Concatenate() {}

    private static Inferred infer(List<Shape> in) {
        Shape joined = in.get(0);
        if (joined instanceof Shape.Tokens) {
            return Inferred.bad(tr("Concatenate cannot join tokens. Put an Embedding before it."));
        }
        for (Shape next : in.subList(1, in.size())) {
            Inferred pair = join(joined, next);
            if (!(pair instanceof Inferred.Ok ok)) {
                return pair;
            }
            joined = ok.shape();
        }
        return Inferred.ok(joined);
    }

    private static Inferred join(Shape a, Shape b) {
        if (a instanceof Shape.Vector left && b instanceof Shape.Vector right) {
            return Inferred.ok(new Shape.Vector(left.size() + right.size()));
        }
        if (a instanceof Shape.Image left && b instanceof Shape.Image right) {
            return left.height() == right.height() && left.width() == right.width()
                    ? Inferred.ok(new Shape.Image(left.height(), left.width(), left.channels() + right.channels()))
                    : Inferred.bad(tr(
                            "Concatenate needs images of the same height and width, but gets %d×%d and %d×%d.",
                            left.height(), left.width(), right.height(), right.width()));
        }
        if (a instanceof Shape.Volume left && b instanceof Shape.Volume right) {
            return Shapes.withChannels(left, 1).equals(Shapes.withChannels(right, 1))
                    ? Inferred.ok(Shapes.withChannels(left, left.channels() + right.channels()))
                    : Inferred.bad(tr(
                            "Concatenate needs volumes of the same depth, height and width, but gets %s and %s.",
                            left.label(), right.label()));
        }
        if (a instanceof Shape.Sequence left && b instanceof Shape.Sequence right) {
            return left.steps() == right.steps()
                    ? Inferred.ok(new Shape.Sequence(left.steps(), left.features() + right.features()))
                    : Inferred.bad(tr(
                            "Concatenate needs sequences of the same length, but gets %d and %d steps.",
                            left.steps(), right.steps()));
        }
        return Inferred.bad(
                tr("Concatenate needs inputs of one kind, but gets %s and %s.", a.described(), b.described()));
    }
}
