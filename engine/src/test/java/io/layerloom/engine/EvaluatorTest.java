package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Expr;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class EvaluatorTest {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    @Test
    void buildsALayerAsJavaWould() {
        Expr expr = Expr.builder(LAYERS + "ConvolutionLayer.Builder", 3, 5)
                .set("nOut", 8)
                .set("stride", 2, 1)
                .set("convolutionMode", Expr.constant("org.deeplearning4j.nn.conf.ConvolutionMode", "Same"))
                .set("dropOut", 0.5)
                .build();

        ConvolutionLayer expected = new ConvolutionLayer.Builder(3, 5)
                .nOut(8)
                .stride(2, 1)
                .convolutionMode(ConvolutionMode.Same)
                .dropOut(0.5)
                .build();
        assertThat(Evaluator.evaluate(expr)).isEqualTo(expected);
    }

    @Test
    void takesBinaryAndCanonicalNames() {
        assertThat(Evaluator.evaluate(Expr.constant(LAYERS + "SubsamplingLayer.PoolingType", "MAX")))
                .isEqualTo(SubsamplingLayer.PoolingType.MAX);
        assertThat(Evaluator.evaluate(Expr.constant(LAYERS + "SubsamplingLayer$PoolingType", "AVG")))
                .isEqualTo(SubsamplingLayer.PoolingType.AVG);
    }

    @Test
    void callsStaticMethodsAndWidensNumbers() {
        Object type =
                Evaluator.evaluate(Expr.of("org.deeplearning4j.nn.conf.inputs.InputType", "convolutional", 28, 28, 1));
        assertThat(type.toString()).contains("28");
        assertThat(Evaluator.evaluate(Expr.make("org.nd4j.linalg.learning.config.Adam", 0.01)))
                .isEqualTo(new Adam(0.01));
    }

    @Test
    void reachesNothingBeyondTheLibraries() {
        assertThatThrownBy(() -> Evaluator.evaluate(Expr.of("java.lang.System", "exit", 1)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("java.lang.System");
    }

    @Test
    void saysWhatDoesNotExist() {
        assertThatThrownBy(() -> Evaluator.evaluate(Expr.builder(LAYERS + "DenseLayer.Builder")
                        .set("nOutt", 3)
                        .build()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("nOutt");
        assertThatThrownBy(() -> Evaluator.evaluate(Expr.builder(LAYERS + "ConvolutionLayer.Builder", 0, 3)
                        .set("nOut", 8)
                        .build()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("refused");
    }
}
