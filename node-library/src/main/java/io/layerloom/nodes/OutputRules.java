package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Inferred.Change;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which losses, activations and numbers of units go together, and which labels they can learn. */
final class OutputRules {

    /** Activations whose results are never below zero. */
    private static final Set<Activation> NEVER_NEGATIVE = EnumSet.of(
            Activation.SOFTPLUS, Activation.SIGMOID, Activation.RELU, Activation.RELU6, Activation.HARD_SIGMOID);

    /** Activations whose results are always above zero. */
    private static final Set<Activation> POSITIVE = EnumSet.of(Activation.SOFTPLUS, Activation.SIGMOID);

    private OutputRules() {}

    /** The prediction's shape, or why the settings contradict each other. */
    static Inferred infer(Values values) {
        Loss loss = values.get(Output.LOSS);
        Optional<Inferred.Bad> bad = loss.ofScores()
                ? scores(values, loss)
                : loss.ofClasses()
                        ? probabilities(values, loss)
                        : loss.ofYesOrNo() ? yesOrNo(values, loss) : numbers(values, loss);
        return bad.<Inferred>map(found -> found)
                .orElseGet(() -> Inferred.ok(new Shape.Vector(values.get(Output.UNITS))));
    }

    /** Scores may be any numbers, with a margin between 1 and −1, or strengths, with one between 0.9 and 0.1. */
    private static Optional<Inferred.Bad> scores(Values values, Loss loss) {
        Activation activation = values.get(Output.ACTIVATION);
        boolean strengths = loss == Loss.MARGIN;
        if (activation != Activation.LINEAR && activation != (strengths ? Activation.SIGMOID : Activation.TANH)) {
            String wanted = strengths
                    ? tr(
                            "%s wants strengths of 0.9 for what is there and 0.1 for the rest, each by itself, as capsules or sigmoid give them. The activation is %s.",
                            loss.label(), activation.label())
                    : tr(
                            "%s wants scores above 1 for what is right and below −1 for the rest, which %s cannot give.",
                            loss.label(), activation.label());
            return Optional.of(Inferred.bad(Output.ACTIVATION, wanted)
                    .propose(tr("Use linear"), Output.ACTIVATION, Activation.LINEAR)
                    .propose(tr("Use categorical cross-entropy"), categorical(Math.max(2, values.get(Output.UNITS)))));
        }
        return values.get(Output.UNITS) > 1
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.UNITS,
                                tr("%s compares the scores of classes, but there is 1 unit.", loss.label()))
                        .propose(tr("Use 2 units"), Output.UNITS, 2)
                        .propose(tr("Use sigmoid with binary cross-entropy"), binary()));
    }

    private static Optional<Inferred.Bad> probabilities(Values values, Loss loss) {
        Activation activation = values.get(Output.ACTIVATION);
        if (activation != Activation.SOFTMAX) {
            Inferred.Bad bad = Inferred.bad(
                            Output.ACTIVATION,
                            tr(
                                    "%s needs probabilities that sum to 1, which only softmax gives. The activation is %s.",
                                    loss.label(), activation.label()))
                    .propose(tr("Use softmax"), Output.ACTIVATION, Activation.SOFTMAX);
            return Optional.of(
                    activation == Activation.SIGMOID
                            ? bad.propose(tr("Use binary cross-entropy"), binary())
                            : bad.propose(tr("Use mean squared error"), Output.LOSS, Loss.MEAN_SQUARED_ERROR));
        }
        return values.get(Output.UNITS) > 1
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.UNITS, tr("Softmax over 1 unit always gives 1, so there is nothing to learn."))
                        .propose(tr("Use 2 units"), Output.UNITS, 2)
                        .propose(tr("Use sigmoid with binary cross-entropy"), binary()));
    }

    private static Optional<Inferred.Bad> yesOrNo(Values values, Loss loss) {
        Activation activation = values.get(Output.ACTIVATION);
        if (activation != Activation.SIGMOID) {
            return Optional.of(Inferred.bad(
                            Output.ACTIVATION,
                            tr(
                                    "%s needs the probability of yes, which sigmoid gives. The activation is %s.",
                                    loss.label(), activation.label()))
                    .propose(tr("Use sigmoid"), Output.ACTIVATION, Activation.SIGMOID)
                    .propose(tr("Use categorical cross-entropy"), Output.LOSS, Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
        }
        // The plain one may also compare pictures in black and white, dot by dot.
        return loss == Loss.BINARY_FOCAL
                ? checkSingle(values, loss, Math.max(2, values.get(Output.UNITS)))
                : Optional.empty();
    }

    private static Optional<Inferred.Bad> numbers(Values values, Loss loss) {
        Activation activation = values.get(Output.ACTIVATION);
        if (activation == Activation.SOFTMAX) {
            return Optional.of(Inferred.bad(
                            Output.ACTIVATION,
                            tr("Softmax gives probabilities of classes, but %s compares numbers.", lower(loss.label())))
                    .propose(tr("Use %s", fitting(loss).label()), Output.ACTIVATION, fitting(loss))
                    .propose(tr("Use categorical cross-entropy"), Output.LOSS, Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
        }
        if (loss == Loss.COSINE_DISTANCE && values.get(Output.UNITS) == 1) {
            return Optional.of(Inferred.bad(
                            Output.LOSS, tr("Cosine distance compares directions, but 1 number has none to learn."))
                    .propose(tr("Use mean squared error"), Output.LOSS, Loss.MEAN_SQUARED_ERROR));
        }
        boolean logarithmic = loss == Loss.MEAN_SQUARED_LOGARITHMIC_ERROR && !NEVER_NEGATIVE.contains(activation);
        boolean poisson = loss == Loss.POISSON && !POSITIVE.contains(activation);
        return logarithmic || poisson
                ? Optional.of(Inferred.bad(
                                Output.ACTIVATION,
                                tr(
                                        "%s takes the logarithm of predictions, so they must be positive. The activation is %s.",
                                        loss.label(), activation.label()))
                        .propose(tr("Use softplus"), Output.ACTIVATION, Activation.SOFTPLUS)
                        .propose(tr("Use mean squared error"), Output.LOSS, Loss.MEAN_SQUARED_ERROR))
                : Optional.empty();
    }

    /** Why an output cannot learn these labels; empty if it can. */
    static Optional<Inferred.Bad> check(Values values, Labels labels) {
        if (labels instanceof Labels.Tokens) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output predicts once for each example, but the next token is to be foretold at each step. End the network with an Output per step.")));
        }
        if (labels instanceof Labels.MaskedTokens) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output predicts once for each example, but masked tokens are to be restored at each step. End the network with an Output per step.")));
        }
        if (labels instanceof Labels.Itself itself) {
            return ReconstructionRules.check(values, itself.example());
        }
        if (labels instanceof Labels.Boxes) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output predicts once for each example, but a picture has several objects. End the network with a YOLO output, an SSD output or a Regions output.")));
        }
        if (labels instanceof Labels.Mask) {
            return Optional.of(
                    Inferred.bad(
                            tr(
                                    "An Output predicts once for each example, but each pixel of a picture has a class. End the network with an Output per pixel.")));
        }
        if (labels instanceof Labels.Genuineness) {
            return checkGenuineness(values);
        }
        if (labels instanceof Labels.None) {
            return Optional.of(Inferred.bad(tr("The data have no labels to learn.")));
        }
        return labels instanceof Labels.Classes classes
                ? checkClasses(values, classes.names().size())
                : checkNumbers(values, ((Labels.Numbers) labels).columns());
    }

    private static Optional<Inferred.Bad> checkClasses(Values values, int classes) {
        Loss loss = values.get(Output.LOSS);
        if (classes < 2) {
            return Optional.of(onlyOneClass());
        }
        if (loss.ofNumbers()) {
            return Optional.of(forClasses(
                    Inferred.bad(
                            Output.LOSS,
                            tr("%s compares numbers, but the data has %d classes.", loss.label(), classes)),
                    classes));
        }
        if (loss.ofYesOrNo()) {
            return classes == 2
                    ? checkSingle(values, loss, classes)
                    : Optional.of(forClasses(
                            Inferred.bad(
                                    Output.LOSS,
                                    tr("%s tells 2 classes apart, but the data has %d.", loss.label(), classes)),
                            classes));
        }
        return checkUnitEach(values, Output.UNITS, classes);
    }

    private static Optional<Inferred.Bad> checkGenuineness(Values values) {
        boolean fits = values.get(Output.LOSS) == Loss.BINARY_CROSSENTROPY && values.get(Output.UNITS) == 1;
        return fits
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.LOSS,
                                tr(
                                        "A discriminator gives the probability that an example is real: 1 unit with sigmoid and binary cross-entropy. The output has %s with %s.",
                                        counted(values.get(Output.UNITS)),
                                        lower(values.get(Output.LOSS).label())))
                        .propose(tr("Use sigmoid with binary cross-entropy"), binary()));
    }

    private static Optional<Inferred.Bad> checkSingle(Values values, Loss loss, int classes) {
        int units = values.get(Output.UNITS);
        return units == 1
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.UNITS,
                                tr("%s answers yes or no with 1 unit, but the output has %d.", loss.label(), units))
                        .propose(tr("Use 1 unit"), one())
                        .propose(tr("Use softmax with categorical cross-entropy"), categorical(classes)));
    }

    private static Optional<Inferred.Bad> checkNumbers(Values values, int columns) {
        Loss loss = values.get(Output.LOSS);
        if (loss == Loss.COSINE_DISTANCE && columns == 1) {
            return Optional.of(Inferred.bad(
                            Output.LOSS,
                            tr("Cosine distance compares directions, but the data has 1 number to predict."))
                    .propose(tr("Use mean squared error"), new Change<>(Output.LOSS, Loss.MEAN_SQUARED_ERROR), one()));
        }
        if (loss.ofNumbers()) {
            return checkUnits(
                    values, Output.UNITS, columns, plural(columns, "%,d number to predict", "%,d numbers to predict"));
        }
        return Optional.of(
                Inferred.bad(Output.LOSS, tr("%s is for classes, but the data holds numbers to predict.", loss.label()))
                        .propose(
                                tr("Use mean squared error"),
                                new Change<>(Output.LOSS, Loss.MEAN_SQUARED_ERROR),
                                new Change<>(Output.ACTIVATION, Activation.LINEAR),
                                new Change<>(Output.UNITS, columns)));
    }

    /** Whether a class can be told from another, and there is a unit for each. */
    static Optional<Inferred.Bad> checkUnitEach(Values values, Param<Integer> param, int classes) {
        return classes < 2
                ? Optional.of(onlyOneClass())
                : checkUnits(values, param, classes, plural(classes, "%,d class", "%,d classes"));
    }

    private static Inferred.Bad onlyOneClass() {
        return Inferred.bad(
                tr(
                        "The data has only one class, so there is nothing to tell apart. Choose data with at least two classes."));
    }

    private static Optional<Inferred.Bad> checkUnits(Values values, Param<Integer> param, int wanted, String data) {
        int units = values.get(param);
        return units == wanted
                ? Optional.empty()
                : Optional.of(Inferred.bad(param, tr("The data has %s, but the output has %s.", data, counted(units)))
                        .propose(tr("Use %s", counted(wanted)), param, wanted));
    }

    private static Inferred.Bad forClasses(Inferred.Bad bad, int classes) {
        Inferred.Bad one = bad.propose(tr("Use softmax with categorical cross-entropy"), categorical(classes));
        return classes == 2 ? one.propose(tr("Use sigmoid with binary cross-entropy"), binary()) : one;
    }

    private static Change<?>[] categorical(int units) {
        return new Change<?>[] {
            new Change<>(Output.LOSS, Loss.SPARSE_CATEGORICAL_CROSSENTROPY),
            new Change<>(Output.ACTIVATION, Activation.SOFTMAX),
            new Change<>(Output.UNITS, units)
        };
    }

    private static Change<?>[] binary() {
        return new Change<?>[] {
            new Change<>(Output.LOSS, Loss.BINARY_CROSSENTROPY),
            new Change<>(Output.ACTIVATION, Activation.SIGMOID),
            one()
        };
    }

    private static Change<Integer> one() {
        return new Change<>(Output.UNITS, 1);
    }

    private static Activation fitting(Loss loss) {
        return loss == Loss.POISSON || loss == Loss.MEAN_SQUARED_LOGARITHMIC_ERROR
                ? Activation.SOFTPLUS
                : Activation.LINEAR;
    }

    static String counted(int units) {
        return plural(units, "%,d unit", "%,d units");
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
