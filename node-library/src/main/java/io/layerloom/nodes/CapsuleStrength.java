package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;

/** How long capsules are. */
final class CapsuleStrength {

    static final LayerType TYPE = layer("capsule_strength", "Capsule strength")
            .category(Category.CONVOLUTION)
            .help(
                    "Gives the length of each capsule, between 0 and 1: how sure the capsule is that its thing is there. Of a sequence, in which a step is a capsule, it makes a vector with a number for each. Put it behind the last Capsule layer and an Output without weights with the loss Margin behind it.")
            .formula("y[j] = √( Σ x[j, i]² )", "The sum is over the numbers i of capsule j.")
            .source("Sabour, Frosst, Hinton, Dynamic routing between capsules (2017)")
            .summary(values -> tr("length of each"))
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(new Shape.Vector(in.steps())))
            .costing((values, in) -> in.get(0).elements())
            .endedBy(
                    new LayerType.End(
                            LossOutput.TYPE,
                            List.of(
                                    new Inferred.Change<>(Output.ACTIVATION, Activation.LINEAR),
                                    new Inferred.Change<>(Output.LOSS, Loss.MARGIN)),
                            later("Use Margin"),
                            later(
                                    "The strengths of capsules lie between 0 and 1, each by itself, as the loss Margin compares them. Softmax makes them almost alike, so that other losses learn little from them.")))
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "CapsuleStrength"));

    private CapsuleStrength() {}
}
