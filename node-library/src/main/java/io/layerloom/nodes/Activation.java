package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;
import java.util.List;

/** A function applied to each value of a layer's output (softmax: to all values of one example together). */
enum Activation implements Labelled {
    LINEAR("linear", "IDENTITY"),
    RELU("ReLU", "RELU"),
    SIGMOID("sigmoid", "SIGMOID"),
    TANH("tanh", "TANH"),
    SOFTMAX("softmax", "SOFTMAX"),
    LEAKY_RELU("leaky ReLU", "LEAKYRELU"),
    ELU("ELU", "ELU"),
    SELU("SELU", "SELU"),
    GELU("GELU (sigmoid)", "GELU"),
    GELU_EXACT("GELU (erf)", "ExactGelu"),
    SWISH("SiLU (Swish)", "SWISH"),
    MISH("Mish", "MISH"),
    RELU6("ReLU6", "RELU6"),
    THRESHOLDED_RELU("thresholded ReLU", "THRESHOLDEDRELU"),
    SOFTPLUS("softplus", "SOFTPLUS"),
    SOFTSIGN("softsign", "SOFTSIGN"),
    HARD_SIGMOID("hard sigmoid", "HARDSIGMOID"),
    HARD_TANH("hard tanh", "HARDTANH"),
    RATIONAL_TANH("rational tanh", "RATIONALTANH"),
    RECTIFIED_TANH("rectified tanh", "RECTIFIEDTANH"),
    CUBE("cube", "CUBE");

    private static final String TYPE = "org.nd4j.linalg.activations.Activation";

    private final String label;
    private final String constant;

    Activation(String label, String constant) {
        this.label = label;
        this.constant = constant;
    }

    @Override
    public String label() {
        return tr(label);
    }

    Expr expr() {
        return this == GELU_EXACT ? Expr.make(Dl4j.KIT + constant) : Expr.constant(TYPE, constant);
    }

    /** The parts of a node's summary, with this activation at the end unless it does nothing. */
    String after(String... parts) {
        String line = String.join(" · ", parts);
        return this == LINEAR ? line : String.join(" · ", List.of(line, label));
    }
}
