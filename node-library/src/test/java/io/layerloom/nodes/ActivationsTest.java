package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each activation against its formula. */
class ActivationsTest {

    private static final double[] POINTS = {-4, -2, -1, -0.3, 0.2, 0.7, 1.5, 3, 7};

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void theEngineComputesTheFormula(Activation activation) {
        INDArray values = Nd4j.createFromArray(new double[][] {POINTS});
        INDArray results = engine(activation).getActivation(values, false);
        for (int i = 0; i < POINTS.length; i++) {
            assertThat(results.getDouble(i))
                    .as("%s of %s", activation.label(), POINTS[i])
                    .isCloseTo(formula(activation, POINTS[i]), within(1e-5));
        }
    }

    private static IActivation engine(Activation activation) {
        Object function = Evaluator.evaluate(activation.expr());
        return function instanceof org.nd4j.linalg.activations.Activation named
                ? named.getActivationFunction()
                : (IActivation) function;
    }

    private static double formula(Activation activation, double x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> Math.max(0, x);
            case SIGMOID -> sigmoid(x);
            case TANH -> Math.tanh(x);
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case GELU -> x * sigmoid(1.702 * x);
            case GELU_EXACT ->
                x * new org.apache.commons.math3.distribution.NormalDistribution().cumulativeProbability(x);
            case SWISH -> x * sigmoid(x);
            case MISH -> x * Math.tanh(softplus(x));
            case RELU6 -> Math.min(6, Math.max(0, x));
            case THRESHOLDED_RELU -> x > 1 ? x : 0;
            case SOFTPLUS -> softplus(x);
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case HARD_SIGMOID -> Math.min(1, Math.max(0, 0.2 * x + 0.5));
            case HARD_TANH -> Math.min(1, Math.max(-1, x));
            case RATIONAL_TANH -> rationalTanh(x);
            case RECTIFIED_TANH -> Math.max(0, Math.tanh(x));
            case CUBE -> x * x * x;
            case SOFTMAX -> throw new IllegalArgumentException("Softmax is no function of one number");
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    /** Karlik's rational approximation, as DL4J documents it. */
    private static double rationalTanh(double x) {
        double y = 2 * x / 3;
        return 1.7159 * Math.signum(y) * (1 - 1 / (1 + Math.abs(y) + y * y + 1.41645 * Math.pow(y, 4)));
    }

    @Test
    void softmaxGivesProbabilities() {
        INDArray values = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {0, 0, Math.log(2)}});
        INDArray results = engine(Activation.SOFTMAX).getActivation(values, false);
        assertThat(results.getDouble(0, 2)).isCloseTo(0.66524096, within(1e-6));
        assertThat(results.getDouble(1, 2)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void softmaxIsRefusedWhereItHasNoMeaning() {
        for (LayerType type : List.of(Conv2d.TYPE, ActivationLayer.TYPE)) {
            Inferred inferred =
                    type.infer(Sketch.with(Conv2d.ACTIVATION, Activation.SOFTMAX), List.of(new Shape.Image(8, 8, 3)));
            assertThat(inferred).isInstanceOfSatisfying(Inferred.Bad.class, bad -> {
                assertThat(bad.message()).startsWith("Softmax needs a vector, but would be applied to an image of ");
                assertThat(bad.proposals()).isNotEmpty();
            });
        }
    }
}
