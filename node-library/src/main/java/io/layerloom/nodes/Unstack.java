package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** One of several stacked inputs. */
final class Unstack {

    static final Param<Integer> WHICH = Param.integer("which", 1, 1, 8)
            .label("Which")
            .help("Which of the stacked inputs is taken, counted from 1 in the order of the wires into the Stack.");

    static final LayerType TYPE = layer("unstack", "Unstack")
            .category(Category.MERGE)
            .help(
                    "Takes one of the inputs that a Stack laid behind each other out of the mini-batch again, behind the layers that they share. It takes one Unstack for each of them.")
            .formula(
                    "y = xₖ\nx = (x₁; x₂; …; xₙ)",
                    "x holds n stacked inputs one behind the other, each with all examples of the mini-batch; k says which of them is taken.")
            .source("Koch, Zemel, Salakhutdinov, Siamese neural networks for one-shot image recognition (2015)")
            .params(WHICH, LayerType.STACKED)
            .summary(values -> tr("%d of %d", values.get(WHICH), values.get(LayerType.STACKED)))
            .role(LayerType.Role.UNSTACK)
            .merging(1, 1, (values, in) -> infer(values, in.get(0)))
            .vertex((values, in) ->
                    Expr.make(Dl4j.KIT + "UnstackInput", values.get(WHICH) - 1, values.get(LayerType.STACKED)));

    private Unstack() {}

    private static Inferred infer(Values values, Shape in) {
        int which = values.get(WHICH);
        int stacked = values.get(LayerType.STACKED);
        return which <= stacked
                ? Inferred.ok(in)
                : Inferred.bad(
                                WHICH,
                                tr(
                                        "There is no input %d among %d that are stacked. Take one that is, or stack more.",
                                        which, stacked))
                        .propose(tr("Take the last one"), WHICH, stacked)
                        .propose(tr("Take one of %d", which), LayerType.STACKED, which);
    }
}
