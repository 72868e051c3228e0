package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;

/** Steps of zeros around a sequence. */
final class ZeroPadding1d {

    static final LayerType TYPE = layer("zero_padding1d", "Zero padding 1D")
            .category(Category.RESIZING)
            .help(
                    "Puts steps of zeros before and behind a sequence. Convolutions can pad by themselves; this is for ends that are not even.")
            .formula("y[t + a, c] = x[t, c]", "a is Front; all other values of y are zero.")
            .params(Ends.FRONT, Ends.BACK)
            .summary(values -> Ends.summary("+", values))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(in.steps() + Ends.both(values), in.features())))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "PaddedSteps", values.get(Ends.FRONT), values.get(Ends.BACK)));

    private ZeroPadding1d() {}
}
