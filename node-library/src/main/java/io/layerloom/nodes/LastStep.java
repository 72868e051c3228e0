package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** What a sequence ends with. */
final class LastStep {

    static final LayerType TYPE = layer("last_step", "Last step")
            .category(Category.RECURRENT)
            .help(
                    "Keeps the last step of each sequence, not counting the padding: what a recurrent layer knows after it has read everything.")
            .formula("y = x[T]", "T is the last step that is not padding.")
            .summary(values -> tr("of each sequence"))
            .adapts()
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(new Shape.Vector(in.features())))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "LastStep"));

    private LastStep() {}
}
