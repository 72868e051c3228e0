package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Inferred.Change;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which outputs can give an example back. What is known of the examples is that the numbers of images lie between 0 and 1, and that those of tables are standardised, so that they lie around
 * zero.
 */
final class ReconstructionRules {

    /** Activations that reach every number. */
    private static final Set<Activation> UNBOUNDED = EnumSet.of(Activation.LINEAR, Activation.LEAKY_RELU);

    private ReconstructionRules() {}

    /** Why an output cannot learn to give such an example back; empty if it can. */
    static Optional<Inferred.Bad> check(Values values, Shape example) {
        Loss loss = values.get(Output.LOSS);
        boolean image = example instanceof Shape.Image;
        Optional<String> misfit = misfit(loss, image);
        if (misfit.isPresent()) {
            return Optional.of(better(Inferred.bad(Output.LOSS, misfit.get()), values, example));
        }
        Activation activation = values.get(Output.ACTIVATION);
        if (!image && !UNBOUNDED.contains(activation)) {
            return Optional.of(Inferred.bad(
                            Output.ACTIVATION,
                            tr(
                                    "The columns of a table are standardised and lie around zero, but %s does not reach all of their numbers.",
                                    activation.label()))
                    .propose(tr("Use linear"), Output.ACTIVATION, Activation.LINEAR));
        }
        int wanted = Math.toIntExact(example.elements());
        int units = values.get(Output.UNITS);
        return units == wanted
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.UNITS,
                                tr(
                                        "The output is to give back %s, which are %,d numbers, but it has %s.",
                                        example.described(), wanted, OutputRules.counted(units)))
                        .propose(tr("Use %s", OutputRules.counted(wanted)), Output.UNITS, wanted));
    }

    /** Why a loss does not measure how well an example was given back. */
    private static Optional<String> misfit(Loss loss, boolean image) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH -> Optional.empty();
            case BINARY_CROSSENTROPY ->
                image
                        ? Optional.empty()
                        : Optional.of(
                                tr(
                                        "Binary cross-entropy compares numbers between 0 and 1, as images have them, but the columns of a table are standardised and lie around zero."));
            case POISSON, MEAN_SQUARED_LOGARITHMIC_ERROR ->
                image
                        ? Optional.empty()
                        : Optional.of(tr(
                                "%s cannot compare numbers below zero, but the columns of a table are standardised and lie around zero.",
                                loss.label()));
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR ->
                Optional.of(
                        tr("Mean absolute percentage error divides by what is expected, which is often zero here."));
            case COSINE_DISTANCE ->
                Optional.of(
                        tr("Cosine distance compares directions alone, so how large the numbers are would be lost."));
            default ->
                Optional.of(tr("%s tells classes apart, but the output is to give back its input.", loss.label()));
        };
    }

    private static Inferred.Bad better(Inferred.Bad bad, Values values, Shape example) {
        int wanted = Math.toIntExact(example.elements());
        boolean fits = values.get(Output.UNITS) == wanted;
        Change<Integer> units = new Change<>(Output.UNITS, wanted);
        String counted = OutputRules.counted(wanted);
        Inferred.Bad one = example instanceof Shape.Image
                ? bad.propose(
                        fits
                                ? tr("Use sigmoid with binary cross-entropy")
                                : tr("Use %s, sigmoid and binary cross-entropy", counted),
                        new Change<>(Output.LOSS, Loss.BINARY_CROSSENTROPY),
                        new Change<>(Output.ACTIVATION, Activation.SIGMOID),
                        units)
                : bad;
        return one.propose(
                fits ? tr("Use mean squared error") : tr("Use %s and mean squared error", counted),
                new Change<>(Output.LOSS, Loss.MEAN_SQUARED_ERROR),
                new Change<>(Output.ACTIVATION, Activation.LINEAR),
                units);
    }
}
