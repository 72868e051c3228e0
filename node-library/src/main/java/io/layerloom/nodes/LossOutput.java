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
import java.util.List;

/** The end of a network that has no weights of its own. */
final class LossOutput {

    static final LayerType TYPE = layer("loss_output", "Output without weights")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Ends the network with a loss on just what comes in: behind a global pooling with one channel for each class, or where a layer before gives the prediction already.")
            .formula(
                    "y = f(x)",
                    "f is the activation; the loss compares y with the label t, as that of an Output does. Margin, for the strengths of capsules, is Σ (t · max(0, 0.9 − y)² + (1 − t) · max(0, y − 0.1)² / 2).")
            .source("Lin, Chen, Yan, Network in network (2014)")
            .params(Output.ACTIVATION, Output.LOSS, Output.GAMMA, Output.DELTA)
            .summary(values ->
                    tr("as it comes · %s", values.get(Output.ACTIVATION).label()))
            .from(Shape.Vector.class, LossOutput::infer)
            .ending(values -> values.get(Output.LOSS).format(), (values, output, labels) -> {
                Values sized = sized(values, output);
                return OutputRules.check(sized, labels).map(bad -> withoutUnits(bad, sized));
            })
            .layer((values, in) -> Dl4j.layer("LossLayer", loss(values))
                    .set("nOut", in.get(0).elements())
                    .set("activation", values.get(Output.ACTIVATION).expr())
                    .build());

    private LossOutput() {}

    private static Expr loss(Values values) {
        Loss loss = values.get(Output.LOSS);
        // DL4J's own changes what comes in, which only a layer with weights can bear.
        return loss == Loss.BINARY_CROSSENTROPY ? Expr.make(Dl4j.KIT + "BinaryCrossEntropy") : loss.expr(values);
    }

    private static Inferred infer(Values values, Shape.Vector in) {
        Values sized = sized(values, in);
        if (OutputRules.infer(sized) instanceof Inferred.Bad bad) {
            return withoutUnits(bad, sized);
        }
        Activation fitting = fitting(values.get(Output.LOSS));
        Activation chosen = values.get(Output.ACTIVATION);
        return chosen == fitting
                ? Inferred.ok(in)
                : Inferred.bad(
                                Output.ACTIVATION,
                                tr(
                                        "An output without weights takes %s for this loss. Let the layer before it apply %s.",
                                        fitting.label(), chosen.label()))
                        .propose(tr("Use %s", fitting.label()), Output.ACTIVATION, fitting);
    }

    /** The only activation whose loss the engine computes before it writes over what came in. */
    private static Activation fitting(Loss loss) {
        if (loss.ofYesOrNo()) {
            return Activation.SIGMOID;
        }
        return loss.ofClasses() && !loss.ofScores() ? Activation.SOFTMAX : Activation.LINEAR;
    }

    /** The settings as if this were an output with as many units as numbers come in. */
    private static Values sized(Values values, Shape in) {
        return values.with(Output.UNITS, Math.toIntExact(in.elements()));
    }

    /** The problem with only those ways out that leave the number of units, which nothing here can change; where it is all that has to change, the layer before may give as many. */
    private static Inferred.Bad withoutUnits(Inferred.Bad bad, Values sized) {
        Inferred.Bad own = new Inferred.Bad(bad.message(), bad.culprit().filter(param -> !isUnits(param)), List.of());
        for (Inferred.Proposal proposal : bad.proposals()) {
            Values after = proposal.applyTo(sized);
            List<Inferred.Change<?>> changes = proposal.changes().stream()
                    .filter(change -> !isUnits(change.param()))
                    .toList();
            boolean asMany = after.get(Output.UNITS).equals(sized.get(Output.UNITS));
            if (changes.isEmpty() && !asMany) {
                own = own.wanting(
                        tr("Let %,d numbers come in", after.get(Output.UNITS)),
                        new Shape.Vector(after.get(Output.UNITS)));
            } else if (!changes.isEmpty()
                    && asMany
                    && after.get(Output.ACTIVATION) == fitting(after.get(Output.LOSS))) {
                own = own.propose(proposal.label(), changes.toArray(Inferred.Change<?>[]::new));
            }
        }
        return own;
    }

    private static boolean isUnits(Param<?> param) {
        return param.key().equals(Output.UNITS.key());
    }
}
