package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;

/**
 * How weights are drawn before training. The first six scale with the number of inputs and outputs; the others do not. The engine's orthogonal distribution is not offered: its
 * singular value decomposition never returns.
 */
enum Initializer implements Labelled {
    GLOROT_UNIFORM("Glorot uniform", "XAVIER_UNIFORM"),
    GLOROT_NORMAL("Glorot normal", "XAVIER"),
    HE_NORMAL("He normal", "RELU"),
    HE_UNIFORM("He uniform", "RELU_UNIFORM"),
    LECUN_NORMAL("LeCun normal", "LECUN_NORMAL"),
    LECUN_UNIFORM("LeCun uniform", "LECUN_UNIFORM"),
    NORMAL("Normal", "NormalDistribution"),
    TRUNCATED_NORMAL("Truncated normal", "TruncatedNormalDistribution"),
    UNIFORM("Uniform", "UniformDistribution"),
    ZEROS("Zeros", "ZERO"),
    ONES("Ones", "ONES");

    private static final String TYPE = "org.deeplearning4j.nn.weights.WeightInit";

    private final String label;
    private final String engineName;

    Initializer(String label, String engineName) {
        this.label = label;
        this.engineName = engineName;
    }

    @Override
    public String label() {
        return tr(label);
    }

    /** Whether the spread of the values is chosen by hand. */
    boolean hasSpread() {
        return this == NORMAL || this == TRUNCATED_NORMAL || this == UNIFORM;
    }

    /** As the engine takes it; {@code spread} is the standard deviation, or the bound of a uniform distribution. */
    Expr expr(double spread) {
        return switch (this) {
            case NORMAL, TRUNCATED_NORMAL -> distribution(0.0, spread);
            case UNIFORM -> distribution(-spread, spread);
            default -> Expr.constant(TYPE, engineName);
        };
    }

    private Expr distribution(Object... args) {
        return Expr.make(Dl4j.CONF + "distribution." + engineName, args);
    }
}
