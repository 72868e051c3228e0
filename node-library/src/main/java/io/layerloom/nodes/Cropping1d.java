package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Inferred.Change;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Optional;

/** A sequence without its ends. */
final class Cropping1d {

    static final LayerType TYPE = layer("cropping1d", "Cropping 1D")
            .category(Category.RESIZING)
            .help("Cuts steps off the front and the back of a sequence, so that it fits a shorter one.")
            .formula("y[t, c] = x[t + a, c]", "a is Front.")
            .params(Ends.FRONT, Ends.BACK)
            .summary(values -> Ends.summary("−", values))
            .from(Shape.Sequence.class, Cropping1d::infer)
            .foresight(values -> values.get(Ends.FRONT) == 0
                    ? Optional.empty()
                    : Optional.of(Foresight.bad(tr("With steps cut off the front, each step is one that came later"))))
            .vertex((values, in) ->
                    Expr.make(Dl4j.KIT + "PaddedSteps", -values.get(Ends.FRONT), -values.get(Ends.BACK)));

    private Cropping1d() {}

    private static Inferred infer(Values values, Shape.Sequence in) {
        long left = in.steps() - Ends.both(values);
        if (left > 0) {
            return Inferred.ok(new Shape.Sequence(left, in.features()));
        }
        int front = Math.toIntExact(Math.min(values.get(Ends.FRONT), in.steps() - 1));
        int back = Math.toIntExact(Math.min(values.get(Ends.BACK), in.steps() - 1 - front));
        return Inferred.bad(
                        Ends.FRONT,
                        tr("Cropping %d steps leaves nothing of a sequence with %d.", Ends.both(values), in.steps()))
                .propose(
                        tr("Crop %d in front and %d behind", front, back),
                        new Change<>(Ends.FRONT, front),
                        new Change<>(Ends.BACK, back));
    }
}
