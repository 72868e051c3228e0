package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** Sequences from end to begin. */
final class ReverseTime {

    static final LayerType TYPE = layer("reverse_time", "Reverse time")
            .category(Category.RECURRENT)
            .help(
                    "Turns each sequence round, so that the last step comes first; the padding stays at the end. In front of a recurrent layer, and once more behind it, it lets the layer read backwards.")
            .formula(
                    "y[t] = x[T + 1 − t]",
                    "T is the number of steps up to the last one that is not padding, and t goes from 1 to T; padding stays as it is.")
            .source("Schuster, Paliwal, Bidirectional recurrent neural networks (1997)")
            .summary(values -> tr("last step first"))
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(in))
            .foresight(Foresight.always("Turned round, each step comes after those that follow it"))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "ReverseSteps"));

    private ReverseTime() {}
}
