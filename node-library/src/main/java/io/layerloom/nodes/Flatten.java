package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** All values of an example in one row. */
final class Flatten {

    static final LayerType TYPE = layer("flatten", "Flatten")
            .category(Category.CORE)
            .help("Lays all values of an image or a sequence into one row, so that a dense layer can take them.")
            .formula(
                    "y[n] = x[n]\nn = ((c·D + z)·H + i)·W + j",
                    "n is the place of a value, counted from 0: channel after channel c, in each slice z after slice, in each row i after row, in each column j after column. H and W are height and width, D is the depth, 1 for an image; a sequence goes feature after feature, each with all its steps.")
            .summary(values -> tr("to a vector"))
            .adapts()
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(new Shape.Vector(in.elements())))
            .foresight(Foresight.always("Flattened, the steps are mixed"))
            .vertex((values, in) -> expr(in.get(0)));

    private Flatten() {}

    private static Expr expr(Shape in) {
        if (in instanceof Shape.Image image) {
            return Dl4j.preprocessor(
                    "CnnToFeedForwardPreProcessor",
                    Math.toIntExact(image.height()),
                    Math.toIntExact(image.width()),
                    Math.toIntExact(image.channels()));
        }
        // The engine's own vertex stumbles over the padding of a sequence.
        return in instanceof Shape.Vector
                ? Dl4j.vertex("ReshapeVertex", -1, Math.toIntExact(in.elements()))
                : Expr.make(Dl4j.KIT + "Reshape", in.elements());
    }
}
