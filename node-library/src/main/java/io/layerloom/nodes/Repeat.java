package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;

/** One vector at every step of a sequence. */
final class Repeat {

    static final Param<Integer> STEPS =
            Param.integer("steps", 8, 1, 100_000).label("Steps").help("How many steps the sequence gets.");

    static final LayerType TYPE = layer("repeat", "Repeat vector")
            .category(Category.RECURRENT)
            .help(
                    "Makes a sequence of a vector by giving it at every step. It hands what an encoder has understood to a recurrent decoder.")
            .formula("y[t] = x", "t goes over all steps.")
            .source(
                    "Srivastava, Mansimov, Salakhutdinov, Unsupervised learning of video representations using LSTMs (2015)")
            .params(STEPS)
            .summary(values -> tr("%d steps", values.get(STEPS)))
            .from(Shape.Vector.class, (values, in) -> Inferred.ok(new Shape.Sequence(values.get(STEPS), in.size())))
            .foresight(Foresight.always("What is repeated at each step was made of the whole text"))
            .layer((values, in) ->
                    Dl4j.layer("misc.RepeatVector", values.get(STEPS)).build());

    private Repeat() {}
}
