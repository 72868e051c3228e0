package io.layerloom.nodes;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Labels;

/** What training makes small: how far predictions are from labels. */
enum Loss implements Labelled {
    SPARSE_CATEGORICAL_CROSSENTROPY("Sparse categorical cross-entropy", "SPARSE_MCXENT", Labels.Format.CLASS_INDEX),
    CATEGORICAL_CROSSENTROPY("Categorical cross-entropy", "MCXENT", Labels.Format.ONE_HOT),
    BINARY_CROSSENTROPY("Binary cross-entropy", "XENT", Labels.Format.BINARY),
    MEAN_SQUARED_ERROR("Mean squared error", "MSE", Labels.Format.NUMBERS),
    MEAN_ABSOLUTE_ERROR("Mean absolute error", "MEAN_ABSOLUTE_ERROR", Labels.Format.NUMBERS),
    MEAN_ABSOLUTE_PERCENTAGE_ERROR(
            "Mean absolute percentage error", "MEAN_ABSOLUTE_PERCENTAGE_ERROR", Labels.Format.NUMBERS),
    MEAN_SQUARED_LOGARITHMIC_ERROR(
            "Mean squared logarithmic error", "MEAN_SQUARED_LOGARITHMIC_ERROR", Labels.Format.NUMBERS),
    POISSON("Poisson", "POISSON", Labels.Format.NUMBERS);

    private static final String TYPE = "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction";

    private final String label;
    private final String constant;
    private final Labels.Format format;

    Loss(String label, String constant, Labels.Format format) {
        this.label = label;
        this.constant = constant;
        this.format = format;
    }

    @Override
    public String label() {
        return label;
    }

    Labels.Format format() {
        return format;
    }

    /** Whether it compares probabilities of classes that sum to 1. */
    boolean ofClasses() {
        return format == Labels.Format.CLASS_INDEX || format == Labels.Format.ONE_HOT;
    }

    /** Whether it compares numbers. */
    boolean ofNumbers() {
        return format == Labels.Format.NUMBERS;
    }

    Expr expr() {
        return Expr.constant(TYPE, constant);
    }
}
