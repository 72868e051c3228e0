package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Values;

/** What training makes small: how far predictions are from labels. Those that the engine lacks, or adds up where others take the mean, are classes of our own. */
enum Loss implements Labelled {
    SPARSE_CATEGORICAL_CROSSENTROPY("Sparse categorical cross-entropy", "SPARSE_MCXENT", Labels.Format.CLASS_INDEX),
    CATEGORICAL_CROSSENTROPY("Categorical cross-entropy", "MCXENT", Labels.Format.ONE_HOT),
    CATEGORICAL_FOCAL("Categorical focal", "FocalLoss", Labels.Format.ONE_HOT),
    KL_DIVERGENCE("Kullback–Leibler divergence", "KullbackLeibler", Labels.Format.ONE_HOT),
    DICE("Dice", "DiceLoss", Labels.Format.ONE_HOT),
    HINGE("Hinge", "HingeLoss", Labels.Format.ONE_HOT),
    SQUARED_HINGE("Squared hinge", "HingeLoss", Labels.Format.ONE_HOT),
    MARGIN("Margin", "MarginLoss", Labels.Format.ONE_HOT),
    BINARY_CROSSENTROPY("Binary cross-entropy", "XENT", Labels.Format.BINARY),
    BINARY_FOCAL("Binary focal", "FocalLoss", Labels.Format.BINARY),
    MEAN_SQUARED_ERROR("Mean squared error", "MSE", Labels.Format.NUMBERS),
    MEAN_ABSOLUTE_ERROR("Mean absolute error", "MEAN_ABSOLUTE_ERROR", Labels.Format.NUMBERS),
    HUBER("Huber", "HuberLoss", Labels.Format.NUMBERS),
    LOG_COSH("Log-cosh", "LogCoshLoss", Labels.Format.NUMBERS),
    MEAN_ABSOLUTE_PERCENTAGE_ERROR(
            "Mean absolute percentage error", "MEAN_ABSOLUTE_PERCENTAGE_ERROR", Labels.Format.NUMBERS),
    MEAN_SQUARED_LOGARITHMIC_ERROR(
            "Mean squared logarithmic error", "MEAN_SQUARED_LOGARITHMIC_ERROR", Labels.Format.NUMBERS),
    POISSON("Poisson", "POISSON", Labels.Format.NUMBERS),
    COSINE_DISTANCE("Cosine distance", "CosineDistance", Labels.Format.NUMBERS);

    private static final String TYPE = "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction";

    private final String label;
    private final String name;
    private final Labels.Format format;

    Loss(String label, String name, Labels.Format format) {
        this.label = label;
        this.name = name;
        this.format = format;
    }

    @Override
    public String label() {
        return tr(label);
    }

    Labels.Format format() {
        return format;
    }

    /** Whether it compares what is given for each of several classes. */
    boolean ofClasses() {
        return format == Labels.Format.CLASS_INDEX || format == Labels.Format.ONE_HOT;
    }

    /** Whether what is given for each class may be any number, not only a probability. */
    boolean ofScores() {
        return this == HINGE || this == SQUARED_HINGE || this == MARGIN;
    }

    /** Whether it compares the probability of yes. */
    boolean ofYesOrNo() {
        return format == Labels.Format.BINARY;
    }

    /** Whether it compares numbers. */
    boolean ofNumbers() {
        return format == Labels.Format.NUMBERS;
    }

    /** Whether examples that are right anyway count less. */
    boolean isFocal() {
        return this == CATEGORICAL_FOCAL || this == BINARY_FOCAL;
    }

    /** The engine's loss, with the numbers that it takes. */
    Expr expr(Values values) {
        return switch (this) {
            case CATEGORICAL_FOCAL, BINARY_FOCAL -> Expr.make(Dl4j.KIT + name, values.get(Output.GAMMA));
            case HUBER -> Expr.make(Dl4j.KIT + name, values.get(Output.DELTA));
            case HINGE, SQUARED_HINGE -> Expr.make(Dl4j.KIT + name, this == SQUARED_HINGE);
            case KL_DIVERGENCE, DICE, MARGIN, LOG_COSH, COSINE_DISTANCE -> Expr.make(Dl4j.KIT + name);
            default -> Expr.constant(TYPE, name);
        };
    }
}
