package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.CLASSES;
import static io.layerloom.engine.kit.Parity.IMAGE;
import static io.layerloom.engine.kit.Parity.convolution;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.normalization;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.requireSame;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The kernels of images against DL4J's own code. */
@ExtendWith(ParityTable.class)
class FastImagesTest {

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    @ParameterizedTest
    @CsvSource({
        "Truncate, 3, 2, 1, 1, 1, 1, 0, 0",
        "Truncate, 1, 1, 1, 1, 1, 1, 0, 0",
        "Truncate, 1, 1, 2, 3, 1, 1, 0, 0",
        "Truncate, 3, 3, 2, 1, 1, 1, 0, 0",
        "Truncate, 3, 3, 3, 2, 1, 1, 1, 2",
        "Truncate, 2, 3, 1, 1, 2, 3, 0, 0",
        "Truncate, 3, 2, 2, 3, 2, 1, 2, 1",
        "Truncate, 5, 4, 1, 1, 1, 1, 3, 1",
        "Truncate, 2, 2, 4, 4, 1, 1, 0, 0",
        "Truncate, 11, 8, 1, 1, 1, 1, 0, 0",
        "Same, 3, 3, 1, 1, 1, 1, 0, 0",
        "Same, 2, 4, 1, 1, 1, 1, 0, 0",
        "Same, 3, 3, 2, 2, 1, 1, 0, 0",
        "Same, 4, 3, 3, 2, 1, 1, 0, 0",
        "Same, 3, 2, 1, 1, 2, 3, 0, 0",
        "Same, 1, 1, 2, 2, 1, 1, 0, 0",
    })
    void slidesKernelsAsDl4jDoes(ConvolutionMode mode, int kh, int kw, int sh, int sw, int dh, int dw, int ph, int pw) {
        // Two of them, because the slopes of the first one's input are not wanted.
        requireSame(graph(new Sgd(0.1), IMAGE)
                .addLayer(
                        "first",
                        convolution(4)
                                .kernelSize(3, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .build(),
                        "in")
                .addLayer(
                        "second",
                        convolution(5)
                                .kernelSize(kh, kw)
                                .stride(sh, sw)
                                .dilation(dh, dw)
                                .padding(ph, pw)
                                .convolutionMode(mode)
                                .build(),
                        "first")
                .addLayer("out", softmax(), "second"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAX, Truncate, 2, 2, 2, 2, 0, 0",
        "MAX, Truncate, 3, 2, 1, 2, 0, 0",
        "MAX, Truncate, 3, 3, 2, 2, 1, 1",
        "MAX, Same, 2, 2, 2, 2, 0, 0",
        "MAX, Same, 3, 3, 2, 1, 0, 0",
        "AVG, Truncate, 2, 2, 2, 2, 0, 0",
        "AVG, Truncate, 3, 3, 1, 2, 1, 1",
        "AVG, Same, 3, 2, 2, 2, 0, 0",
        "AVG, Same, 3, 3, 1, 1, 0, 0",
    })
    void poolsAsDl4jDoes(PoolingType type, ConvolutionMode mode, int kh, int kw, int sh, int sw, int ph, int pw) {
        requireSame(graph(new Sgd(0.1), IMAGE)
                .addLayer("conv", convolution(4).kernelSize(2, 2).build(), "in")
                .addLayer(
                        "pool",
                        new SubsamplingLayer.Builder(type)
                                .kernelSize(kh, kw)
                                .stride(sh, sw)
                                .padding(ph, pw)
                                .convolutionMode(mode)
                                .build(),
                        "conv")
                .addLayer("out", softmax(), "pool"));
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG", "SUM"})
    void poolsWholeImagesAsDl4jDoes(PoolingType type) {
        requireSame(graph(new Sgd(0.05), IMAGE)
                .addLayer("conv", convolution(4).kernelSize(2, 2).build(), "in")
                .addLayer("pool", new GlobalPoolingLayer.Builder(type).build(), "conv")
                .addLayer("out", softmax(), "pool"));
    }

    static Stream<Arguments> activations() {
        return Stream.of(
                        Activation.IDENTITY, Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.LEAKYRELU)
                .flatMap(activation -> Stream.of(true, false).map(bias -> Arguments.of(activation, bias)));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activatesAsDl4jDoes(Activation activation, boolean bias) {
        requireSame(graph(new Sgd(0.1), IMAGE)
                .addLayer(
                        "conv",
                        convolution(4)
                                .kernelSize(3, 2)
                                .hasBias(bias)
                                .activation(activation)
                                .build(),
                        "in")
                .addLayer(
                        "dense",
                        new DenseLayer.Builder()
                                .nOut(9)
                                .hasBias(bias)
                                .activation(activation)
                                .build(),
                        "conv")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(CLASSES)
                                .hasBias(bias)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "dense"));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void normalizesAsDl4jDoes(boolean images, boolean locked) {
        Layer normalization = new BatchNormalization.Builder(locked)
                .useLogStd(false)
                .decay(0.8)
                .eps(1e-4)
                .build();
        GraphBuilder graph = graph(new Sgd(0.05), IMAGE)
                .addLayer("conv", convolution(4).kernelSize(2, 2).build(), "in")
                .addLayer("dense", new DenseLayer.Builder().nOut(9).build(), images ? "norm" : "conv")
                .addLayer("norm", normalization, images ? "conv" : "dense")
                .addLayer("out", softmax(), images ? "dense" : "norm");
        requireSame(graph, 1e-4);
    }

    /** Blocks of channels that are full, and images that go onto the heap and back. */
    @Test
    void trainsResidualBlocksAsDl4jDoes() {
        requireSame(residual(new Sgd(0.05)), 1e-4);
    }

    private static GraphBuilder residual(IUpdater updater) {
        return graph(updater, IMAGE)
                .addLayer("stem", same(16, 3, 1), "in")
                .addLayer("stemNorm", normalization(), "stem")
                .addLayer("stemRelu", new ActivationLayer(Activation.RELU), "stemNorm")
                .addLayer("one", same(32, 3, 2), "stemRelu")
                .addLayer("oneNorm", normalization(), "one")
                .addLayer("oneRelu", new ActivationLayer(Activation.RELU), "oneNorm")
                .addLayer("two", same(32, 3, 1), "oneRelu")
                .addLayer("twoNorm", normalization(), "two")
                .addLayer("short", same(32, 1, 2), "stemRelu")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "twoNorm", "short")
                .addLayer("sumRelu", new ActivationLayer(Activation.RELU), "sum")
                .addVertex("merged", new MergeVertex(), "sumRelu", "short", "sumRelu")
                .addLayer("sigmoid", new ActivationLayer(Activation.SIGMOID), "merged")
                .addLayer("heap", new DropoutLayer(1), "sigmoid")
                .addLayer("last", same(7, 2, 1), "heap")
                .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "last")
                .addLayer("out", softmax(), "pool");
    }

    private static ConvolutionLayer same(int filters, int side, int stride) {
        return convolution(filters)
                .kernelSize(side, side)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    /** A mean of a thousand deviations leaves the variance its digits. */
    @Test
    void normalizesWhatLiesFarFromZero() {
        GraphBuilder graph = graph(new Sgd(1e-4), IMAGE)
                .addLayer(
                        "conv",
                        convolution(4)
                                .kernelSize(1, 1)
                                .biasInit(1000)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .addLayer("norm", normalization(), "conv")
                .addLayer("out", softmax(), "norm");
        requireSame(graph, 1e-3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"IDENTITY", "RELU", "LEAKYRELU", "TANH", "SIGMOID"})
    void hidesNoWeightThatIsNoNumber(Activation activation) {
        FastGraph net = new FastGraph(graph(new Sgd(0.1), IMAGE)
                .addLayer(
                        "conv",
                        convolution(5).kernelSize(3, 3).activation(activation).build(),
                        "in")
                .addLayer(
                        "second",
                        convolution(4).kernelSize(3, 3).activation(activation).build(),
                        "conv")
                .addLayer("out", softmax(), "second")
                .setOutputs("out")
                .build());
        net.init();
        net.getLayer("second").getParam("W").putScalar(3, Double.NaN);
        net.fit(new INDArray[] {numbers(1, 4, 3, 11, 8)}, new INDArray[] {oneHot(1, 4)});
        assertThat(net.lastOutput()).isPresent();
        assertThat(net.score()).isNaN();
        assertThat(net.output(numbers(1, 4, 3, 11, 8))[0].ravel().toFloatVector())
                .contains(Float.NaN);
    }

    /** What comes in is an image, and what goes out a row of numbers. */
    @Test
    void findsObjectsAsDl4jDoes() {
        requireSame(
                graph(new Sgd(0.01), IMAGE)
                        .addLayer(
                                "conv",
                                new ConvolutionLayer.Builder(3, 3)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .nOut(16)
                                        .activation(Activation.TANH)
                                        .build(),
                                "in")
                        .addLayer(
                                "pool",
                                new SubsamplingLayer.Builder()
                                        .kernelSize(2, 2)
                                        .stride(2, 2)
                                        .build(),
                                "conv")
                        .addLayer(
                                "head",
                                new ConvolutionLayer.Builder(1, 1)
                                        .nOut(2 * (5 + CLASSES))
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                "pool")
                        .addLayer(
                                "out",
                                new LossLayer.Builder(new YoloLoss(5, 4, CLASSES, 5, 0.5, 1, 1, 2, 3))
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                "head"),
                1e-4,
                (seed, examples) -> numbers(seed, examples, 3, 11, 8),
                FastImagesTest::boxes);
    }

    /** A way down and up again with a shortcut, as in a U-Net; images lie in blocks, and channel by channel. */
    @ParameterizedTest
    @CsvSource({"16, 1, 0, 0", "16, 0, 0, 1", "5, 1, 2, 0"})
    void tellsPixelsApartAsDl4jDoes(int filters, double entropy, double gamma, double dice) {
        requireSame(
                graph(new Sgd(0.1), IMAGE)
                        .addLayer("down", same(filters, 3, 1), "in")
                        .addLayer("relu", new ActivationLayer(Activation.RELU), "down")
                        .addLayer(
                                "pool",
                                new SubsamplingLayer.Builder(PoolingType.MAX)
                                        .kernelSize(2, 2)
                                        .stride(2, 2)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .build(),
                                "relu")
                        .addLayer("deep", same(filters, 3, 1), "pool")
                        .addLayer("grown", new Upsampling2D.Builder(2).build(), "deep")
                        .addLayer(
                                "cut",
                                new ConvolutionLayer.Builder(2, 1).nOut(filters).build(),
                                "grown")
                        .addVertex("both", new MergeVertex(), "relu", "cut")
                        .addLayer("head", same(CLASSES, 1, 1), "both")
                        .addLayer(
                                "out",
                                new CnnLossLayer.Builder(new PixelLoss(11, 8, entropy, gamma, dice))
                                        .activation(Activation.SOFTMAX)
                                        .build(),
                                "head"),
                1e-4,
                (seed, examples) -> numbers(seed, examples, 3, 11, 8),
                FastImagesTest::masks);
    }

    private static INDArray masks(int seed, int examples) {
        Random random = new Random(seed);
        INDArray masks = Nd4j.create(examples, CLASSES, 11, 8);
        for (int i = 0; i < examples * 88; i++) {
            int kind = random.nextInt(CLASSES + 1) - 1;
            for (int channel = 0; channel < CLASSES; channel++) {
                masks.putScalar(
                        new int[] {i / 88, channel, i % 88 / 8, i % 8}, kind < 0 ? -1 : kind == channel ? 1 : 0);
            }
        }
        return masks;
    }

    private static INDArray boxes(int seed, int examples) {
        Random random = new Random(seed);
        INDArray boxes = Nd4j.create(examples, Box.NUMBERS);
        for (int i = 0; i < examples; i++) {
            float left = 0.5f * random.nextFloat();
            float top = 0.5f * random.nextFloat();
            float[] box = {random.nextInt(CLASSES), left, top, left + 0.4f, top + 0.3f};
            for (int at = 0; at < box.length; at++) {
                boxes.putScalar(i, at, box[at]);
            }
        }
        return boxes;
    }
}
