package io.layerloom.codegen;

import static io.layerloom.graph.Expr.builder;
import static io.layerloom.graph.Expr.constant;
import static io.layerloom.graph.Expr.make;
import static io.layerloom.graph.Expr.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Network;
import io.layerloom.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExprPrinterTest {

    private static final String L = "org.deeplearning4j.nn.conf.layers.";
    private static final String ACTIVATION = "org.nd4j.linalg.activations.Activation";

    private static Expr dense(int units, String activation) {
        return builder(L + "DenseLayer.Builder")
                .set("nOut", units)
                .set("activation", constant(ACTIVATION, activation))
                .build();
    }

    private static String model(Expr configuration) {
        Network network = new Network(
                configuration,
                List.of(new Network.Input("input_1", new Shape.Vector(4))),
                List.of(new Network.Output("output_1", new Shape.Vector(3), Labels.Format.CLASS_INDEX)),
                10);
        return ModelSource.of("digits", "A network.", network, 2, KitSources.PACKAGE);
    }

    @Test
    void manyPlainArgumentsStandOneALine() {
        Object[] rows = {"-0.0625 0.125 -0.0625", "0.125 0.25 0.125", "-0.0625 0.125 -0.0625", "1 2 3", "4 5 6"};
        Expr typed = make("io.layerloom.engine.kit.TypedWeights", rows);
        assertThat(new ExprPrinter().print(typed, 48).toString()).isEqualTo("""
                        new io.layerloom.engine.kit.TypedWeights(
                            "-0.0625 0.125 -0.0625",
                            "0.125 0.25 0.125",
                            "-0.0625 0.125 -0.0625",
                            "1 2 3",
                            "4 5 6")""");
        assertThat(new ExprPrinter().print(make("io.layerloom.engine.kit.TypedWeights", "1 2", "3 4"), 16))
                .hasToString("new io.layerloom.engine.kit.TypedWeights(\"1 2\", \"3 4\")");
    }

    @Test
    void aNetworkReadsAsIfWrittenByHand() {
        Expr conv = builder(L + "ConvolutionLayer.Builder")
                .set("kernelSize", 3, 3)
                .set("stride", 1, 1)
                .set("nOut", 32)
                .set("activation", constant(ACTIVATION, "RELU"))
                .build();
        Expr configuration = builder("org.deeplearning4j.nn.conf.NeuralNetConfiguration.Builder")
                .set("seed", 42L)
                .set("updater", make("org.nd4j.linalg.learning.config.Adam", 0.001))
                .set("graphBuilder")
                .set("addInputs", "input_1")
                .set("setInputTypes", of("org.deeplearning4j.nn.conf.inputs.InputType", "convolutional", 28, 28, 1))
                .set("addLayer", "conv2d_1", conv, "input_1")
                .set("addLayer", "dense_1", dense(10, "RELU"), "conv2d_1")
                .set("setOutputs", "dense_1")
                .build();
        assertThat(model(configuration))
                .contains("import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;")
                .contains("""
                                return new NeuralNetConfiguration.Builder()
                                        .seed(42L)
                                        .updater(new Adam(0.001))
                                        .graphBuilder()
                                        .addInputs("input_1")
                                        .setInputTypes(InputType.convolutional(28, 28, 1))
                                        .addLayer("conv2d_1", new ConvolutionLayer.Builder()
                                                .kernelSize(3, 3)
                                                .stride(1, 1)
                                                .nOut(32)
                                                .activation(Activation.RELU)
                                                .build(), "input_1")
                                        .addLayer("dense_1", new DenseLayer.Builder().nOut(10).activation(Activation.RELU).build(), "conv2d_1")
                                        .setOutputs("dense_1")
                                        .build();
                        """.stripTrailing());
    }

    @Test
    void classesOfOneNameAreToldApart() {
        Expr both = builder("a.b.Builder")
                .set("one", make("x.Layer"), make("y.Layer"))
                .set("own", make("z.Model"))
                .build();
        assertThat(model(both))
                .contains("import x.Layer;")
                .contains("new Layer(), new y.Layer()")
                .contains("new z.Model()");
    }

    @Test
    void kitClassesMoveWithTheExport() {
        String source = KitSources.moved(
                model(builder("io.layerloom.engine.kit.Twice.Builder")
                        .set("times", 2)
                        .build()),
                "digits.kit");
        assertThat(source).contains("import digits.kit.Twice;").doesNotContain("layerloom");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    plain        | "plain"
                    say "hi"     | "say \\"hi\\""
                    back\\slash  | "back\\\\slash"
                    数字          | "数字"
                    $T and $L    | "$T and $L"
                    """)
    void textsAreQuoted(String text, String expected) {
        assertThat(ExprPrinter.literal(text)).isEqualTo(expected);
    }

    @Test
    void numbersKeepTheirTypeAndEveryBit() {
        assertThat(ExprPrinter.literal(42)).isEqualTo("42");
        assertThat(ExprPrinter.literal(42L)).isEqualTo("42L");
        assertThat(ExprPrinter.literal(0.001)).isEqualTo("0.001");
        assertThat(ExprPrinter.literal(1e-4)).isEqualTo("1.0E-4");
        assertThat(ExprPrinter.literal(0.5f)).isEqualTo("0.5f");
        assertThat(ExprPrinter.literal(Double.NaN)).isEqualTo("Double.NaN");
        assertThat(ExprPrinter.literal(Float.NEGATIVE_INFINITY)).isEqualTo("Float.NEGATIVE_INFINITY");
        assertThat(ExprPrinter.literal(true)).isEqualTo("true");
        assertThat(ExprPrinter.literal("a\nb\u2028\u0007")).isEqualTo("\"a\\nb\\u2028\\u0007\"");
    }
}
