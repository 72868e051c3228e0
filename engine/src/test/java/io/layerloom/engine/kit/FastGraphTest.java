package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Every kernel against DL4J's own code: the same loss, parameters and predictions after a few steps. */
class FastGraphTest {

    private static final int CLASSES = 3;
    private static final int THREADS = Nd4j.getEnvironment().maxThreads();
    private static final int STEPS = 5;
    private static final int FEATURES = 4;
    private static final int VOCABULARY = 9;
    private static final InputType SEQUENCE = InputType.recurrent(FEATURES, STEPS);
    private static final InputType IMAGE = InputType.convolutional(11, 8, 3);

    @AfterEach
    void asBefore() {
        Dnn.allow(true);
        Nd4j.getEnvironment().setMaxThreads(THREADS);
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

    @Test
    void addsMergesAndBranchesAsDl4jDoes() {
        requireSame(
                graph(new Sgd(0.05), IMAGE)
                        .addLayer(
                                "stem",
                                convolution(4)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .kernelSize(3, 3)
                                        .build(),
                                "in")
                        .addLayer(
                                "norm",
                                new BatchNormalization.Builder()
                                        .useLogStd(false)
                                        .build(),
                                "stem")
                        .addLayer("relu", new ActivationLayer(Activation.RELU), "norm")
                        .addLayer(
                                "left",
                                convolution(4)
                                        .activation(Activation.IDENTITY)
                                        .kernelSize(1, 1)
                                        .build(),
                                "relu")
                        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "left", "relu", "stem")
                        .addLayer("leaky", new ActivationLayer(new ActivationLReLU(0.3)), "sum")
                        .addVertex("twice", new ElementWiseVertex(ElementWiseVertex.Op.Add), "leaky", "leaky")
                        .addVertex("merged", new MergeVertex(), "twice", "left", "twice")
                        .addLayer("tanh", new ActivationLayer(Activation.TANH), "merged")
                        .addLayer("out", softmax(), "tanh"),
                1e-4);
    }

    @Test
    void looksAtTheSameNumbersInOtherShapesAsDl4jDoes() {
        requireSame(graph(new Sgd(0.05), IMAGE)
                .addLayer("conv", convolution(4).kernelSize(2, 2).build(), "in")
                .addVertex("copy", new ScaleVertex(1), "conv")
                .addVertex("flat", new PreprocessorVertex(new CnnToFeedForwardPreProcessor(10, 7, 4)), "copy")
                .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "flat")
                .addVertex("again", new ReshapeVertex(-1, 6), "dense")
                .addVertex("other", new Reshape(280), "conv")
                .addVertex("image", new Reshape(4, 10, 7), "flat")
                .addLayer("second", convolution(2).kernelSize(3, 3).build(), "image")
                .addLayer("low", new DenseLayer.Builder().nOut(5).build(), "second")
                .addVertex("both", new MergeVertex(), "again", "other", "low")
                .addLayer("out", softmax(), "both"));
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

    private static BatchNormalization normalization() {
        return new BatchNormalization.Builder().useLogStd(false).build();
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

    @Test
    void findsOneDnnOnProcessorsThatItIsMadeFor() {
        boolean expected = System.getProperty("os.arch").matches("amd64|x86_64");
        assertThat(Dnn.found().isPresent()).isEqualTo(expected);
        INDArray found = trained(1).params();
        Dnn.allow(false);
        // Bit for bit: `equals` of arrays lets small differences pass.
        assertThat(Arrays.equals(trained(1).params().toFloatVector(), found.toFloatVector()))
                .as("computed in the same way")
                .isNotEqualTo(expected);
        requireNear(trained(1).params(), found, 1e-4);
    }

    static Stream<Layer> readers() {
        return Stream.of(
                new LSTM.Builder().nOut(6).activation(Activation.TANH).build(),
                new LSTM.Builder()
                        .nOut(5)
                        .activation(Activation.SOFTSIGN)
                        .gateActivationFunction(Activation.HARDSIGMOID)
                        .build(),
                new SimpleRnn.Builder().nOut(6).activation(Activation.RELU).build(),
                new RecurrentLayer.Builder(CellKind.GRU).nOut(6).build(),
                new RecurrentLayer.Builder(CellKind.LSTM)
                        .bothWays(Merge.CONCATENATE)
                        .nOut(4)
                        .build(),
                new RecurrentLayer.Builder(CellKind.GRU)
                        .bothWays(Merge.MULTIPLY)
                        .nOut(4)
                        .build(),
                new StepDense.Builder().nOut(5).activation(new ExactGelu()).build(),
                new FeatureNorm(1e-3),
                new Positions.Builder(STEPS).learned().build(),
                new HeadsLayer.Builder(2).causal().keptAttention(0.7).build(),
                new TransformerBlock.Builder(2)
                        .nOut(7)
                        .activation(new ExactGelu())
                        .normFirst()
                        .kept(0.8)
                        .build());
    }

    /** Once at the beginning, where nobody wants the slopes of what comes in, and once where another layer reads the same. */
    @ParameterizedTest
    @MethodSource("readers")
    void readsSequencesAsDl4jDoes(Layer layer) {
        requireSame(sequence(layer, PoolingType.AVG));
        requireSame(graph(new Sgd(0.1), SEQUENCE)
                .addLayer(
                        "sequence",
                        new StepDense.Builder()
                                .nOut(FEATURES)
                                .activation(Activation.TANH)
                                .build(),
                        "in")
                .addLayer("first", layer.clone(), "sequence")
                .addLayer("second", layer.clone(), "sequence")
                .addVertex("both", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second")
                .addLayer("third", new FeatureNorm(1e-3), "both")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "third")
                .addLayer("out", softmax(), "pool"));
    }

    private static GraphBuilder sequence(Layer layer, PoolingType type) {
        return graph(new Sgd(0.1), SEQUENCE)
                .addLayer("sequence", layer.clone(), "in")
                .addLayer("pool", new GlobalPoolingLayer(type), "sequence")
                .addLayer("out", softmax(), "pool");
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG", "SUM"})
    void poolsStepsAsDl4jDoes(PoolingType type) {
        requireSame(sequence(new LSTM.Builder().nOut(6).build(), type));
    }

    @ParameterizedTest
    @CsvSource({"LSTM, CONCATENATE", "GRU, ADD", "SIMPLE_RNN, AVERAGE", "GRU,"})
    void givesTheLastStepAsDl4jDoes(CellKind cell, Merge merge) {
        RecurrentLayer.Builder last =
                new RecurrentLayer.Builder(cell).lastStep().nOut(5);
        requireSame(graph(new Sgd(0.1), SEQUENCE)
                .addLayer("sequence", new LSTM.Builder().nOut(4).build(), "in")
                .addLayer("last", (merge == null ? last : last.bothWays(merge)).build(), "sequence")
                .addLayer("out", softmax(), "last"));
    }

    private static final InputType TOKENS = InputType.recurrent(VOCABULARY, STEPS);

    private static EmbeddingSequenceLayer embedding() {
        return new EmbeddingSequenceLayer.Builder()
                .nIn(VOCABULARY)
                .nOut(FEATURES)
                .inputLength(STEPS)
                .build();
    }

    @Test
    void looksTokensUpAsDl4jDoes() {
        requireSame(graph(new Sgd(0.1), TOKENS)
                .addLayer("tokens", embedding(), "in")
                .addLayer("read", new LSTM.Builder().nOut(6).build(), "tokens")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "read")
                .addLayer("out", softmax(), "pool"));
    }

    @Test
    void foretellsTokensAsDl4jDoes() {
        requireSame(writer());
    }

    private static GraphBuilder writer() {
        return graph(new Sgd(0.1), TOKENS)
                .addLayer("tokens", embedding(), "in")
                .addLayer("places", new Positions.Builder(STEPS).learned().build(), "tokens")
                .addLayer(
                        "block",
                        new TransformerBlock.Builder(2)
                                .nOut(7)
                                .activation(new ExactGelu())
                                .normFirst()
                                .causal()
                                .build(),
                        "places")
                .addLayer(
                        "next",
                        new RnnOutputLayer.Builder(new NextTokenLoss())
                                .nOut(VOCABULARY)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "block");
    }

    /** Texts that fill their steps come with masks all the same. */
    @Test
    void computesMasksThatHideNothingAndLeavesTheOthersToDl4j() {
        FastGraph fast = new FastGraph(writer().setOutputs("next").build());
        FastGraph without = new FastGraph(writer().setOutputs("next").build());
        ComputationGraph plain =
                new ComputationGraph(writer().setOutputs("next").build());
        Stream.of(fast, without, plain).forEach(ComputationGraph::init);
        INDArray[] features = {tokens(1, 5)};
        INDArray[] labels = {pairs(1, 5)};
        INDArray all = Nd4j.ones(5, STEPS);
        INDArray some = Nd4j.ones(5, STEPS);
        some.putScalar(2, STEPS - 1, 0);
        for (INDArray mask : List.of(all, some, all)) {
            fast.fit(features, labels, new INDArray[] {mask}, null);
            plain.fit(features, labels, new INDArray[] {mask}, null);
            assertThat(fast.lastOutput().isPresent()).isEqualTo(mask == all);
            requireNear(fast.params(), plain.params(), 1e-5);
        }
        without.fit(features, labels);
        assertThat(without.lastOutput()).isPresent();
    }

    private static INDArray tokens(int seed, int examples) {
        Random random = new Random(seed);
        INDArray tokens = Nd4j.create(examples, 1, STEPS);
        for (int i = 0; i < examples * STEPS; i++) {
            tokens.putScalar(i / STEPS, 0, i % STEPS, random.nextInt(VOCABULARY));
        }
        return tokens;
    }

    /** What comes next and how much it counts; the last step has nothing behind it. */
    private static INDArray pairs(int seed, int examples) {
        INDArray tokens = tokens(seed + 1, examples);
        INDArray pairs = Nd4j.zeros(examples, 2, STEPS);
        for (int example = 0; example < examples; example++) {
            for (int step = 0; step + 1 < STEPS; step++) {
                pairs.putScalar(example, 0, step, tokens.getDouble(example, 0, step));
                pairs.putScalar(example, 1, step, 1.0 / (STEPS - 1));
            }
        }
        return pairs;
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(LossFunction.MCXENT, Activation.SOFTMAX, CLASSES),
                Arguments.of(LossFunction.NEGATIVELOGLIKELIHOOD, Activation.SOFTMAX, CLASSES),
                Arguments.of(LossFunction.SPARSE_MCXENT, Activation.SOFTMAX, CLASSES),
                Arguments.of(LossFunction.MSE, Activation.IDENTITY, CLASSES),
                Arguments.of(LossFunction.MSE, Activation.SOFTMAX, CLASSES),
                Arguments.of(LossFunction.XENT, Activation.SIGMOID, CLASSES),
                Arguments.of(LossFunction.L1, Activation.TANH, CLASSES));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void losesAsDl4jDoes(LossFunction loss, Activation activation, int width) {
        requireSame(graph(new Sgd(0.1), InputType.feedForward(7))
                .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(loss)
                                .nOut(width)
                                .activation(activation)
                                .build(),
                        "dense"));
        requireSame(graph(new Sgd(0.1), InputType.feedForward(7))
                .addLayer("dense", new DenseLayer.Builder().nOut(width).build(), "in")
                .addLayer(
                        "out",
                        new LossLayer.Builder(loss).activation(activation).build(),
                        "dense"));
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
                1e-4);
    }

    static Stream<UnaryOperator<NeuralNetConfiguration.Builder>> optimizers() {
        IUpdater falling = new Adam(new ExponentialSchedule(ScheduleType.ITERATION, 0.02, 0.9));
        return Stream.of(
                b -> b.updater(new Adam(0.01)),
                b -> b.updater(falling),
                b -> b.updater(new Adam(0.01, 0.8, 0.99, 1e-4)).biasUpdater(new Sgd(0.2)),
                b -> b.updater(new Nesterovs(0.05, 0.9)),
                b -> b.updater(new RmsProp(0.01)),
                b -> b.updater(new AdaGrad(0.05)),
                b -> b.updater(new Sgd(0.1)).l2(0.01).l1(0.002),
                b -> b.updater(new Adam(0.01)).weightDecay(0.01),
                b -> b.updater(new Adam(0.01))
                        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .gradientNormalizationThreshold(0.1),
                b -> b.updater(new Sgd(0.5))
                        .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                        .gradientNormalizationThreshold(0.3),
                b -> b.updater(new Sgd(0.1)).constrainWeights(new MaxNormConstraint(0.5, 1)),
                b -> b.updater(new Sgd(0.01)).miniBatch(false));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void descendsAsDl4jDoes(UnaryOperator<NeuralNetConfiguration.Builder> settings) {
        GraphBuilder graph = settings.apply(new NeuralNetConfiguration.Builder().seed(3))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(IMAGE)
                .addLayer(
                        "conv",
                        convolution(4)
                                .kernelSize(2, 2)
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .addLayer(
                        "norm",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "conv")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "norm")
                .addLayer("dense", new DenseLayer.Builder().nOut(200).build(), "relu")
                .addLayer("out", softmax(), "dense");
        requireSame(graph, 1e-4);
    }

    @Test
    void trainsSeveralInputsAndOutputsAsDl4jDoes() {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("a", "b")
                .setInputTypes(InputType.feedForward(5), IMAGE)
                .addLayer("conv", convolution(2).kernelSize(3, 3).build(), "b")
                .addLayer("flat", new DenseLayer.Builder().nOut(4).build(), "conv")
                .addVertex("both", new MergeVertex(), "a", "flat")
                .addLayer("one", softmax(), "both")
                .addLayer(
                        "two",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(2)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "both")
                .setOutputs("two", "one")
                .build();
        ComputationGraph plain = new ComputationGraph(configuration.clone());
        FastGraph fast = new FastGraph(configuration);
        plain.init();
        fast.init();
        INDArray[] features = {numbers(1, 6, 5), numbers(2, 6, 3, 11, 8)};
        INDArray[] labels = {numbers(3, 6, 2), oneHot(4, 6)};
        for (int step = 0; step < 3; step++) {
            plain.fit(features, labels);
            fast.fit(features, labels);
            assertThat(fast.score()).isCloseTo(plain.score(), within(1e-5));
        }
        assertThat(fast.lastOutput()).isPresent();
        requireNear(fast.params(), plain.params(), 1e-5);
        INDArray[] expected = plain.output(features);
        INDArray[] actual = fast.output(features);
        requireNear(actual[0], expected[0], 1e-5);
        requireNear(actual[1], expected[1], 1e-5);
    }

    @Test
    void silencesTheRightPartAndPassesTheSameSlopesBack() {
        GraphBuilder graph = graph(new Sgd(1), InputType.feedForward(1000))
                .addLayer("drop", new DropoutLayer(0.7), "in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(1)
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "drop")
                .setOutputs("out");
        FastGraph net = new FastGraph(graph.build());
        net.init();
        net.params().assign(0);
        INDArray ones = Nd4j.ones(1, 1000);
        net.fit(new INDArray[] {ones}, new INDArray[] {Nd4j.ones(1, 1)});
        assertThat(net.lastOutput()).isPresent();
        // The slope of (w·d − 1)² along w at w = 0 is −2d, so a step of 1 leaves 2d in w: what was let through, twice.
        float[] let = net.params().div(2).toFloatVector();
        assertThat(Stream.of(0f, (float) (1 / 0.7))).containsAll(distinct(let));
        assertThat(sum(let) / 1000).isCloseTo(1, within(0.1));
        requireNear(net.output(ones)[0], net.params().sum().reshape(1, 1), 1e-2);

        INDArray before = net.params().dup();
        net.params().assign(0);
        net.fit(new INDArray[] {ones}, new INDArray[] {Nd4j.ones(1, 1)});
        assertThat(net.params()).as("the next step silences others").isNotEqualTo(before);
    }

    @Test
    void drawsCodesAndAddsTheirDivergenceAsDl4jDoes() {
        GraphBuilder graph = graph(new Sgd(0.1), InputType.feedForward(7))
                .addLayer("mean", new DenseLayer.Builder().nOut(4).build(), "in")
                .addLayer("variance", new DenseLayer.Builder().nOut(4).build(), "in")
                .addVertex("code", new GaussianSample(0.5), "mean", "variance")
                .addLayer("out", softmax(), "code")
                .setOutputs("out");
        ComputationGraph plain = new ComputationGraph(graph.build().clone());
        FastGraph fast = new FastGraph(graph.build().clone());
        plain.init();
        fast.init();
        for (int step = 0; step < 4; step++) {
            INDArray[] features = {numbers(step, 5, 7)};
            INDArray[] labels = {oneHot(step, 5)};
            plain.fit(features, labels);
            fast.fit(features, labels);
            assertThat(fast.lastOutput()).as("computed by a program").isPresent();
            requireNear(fast.params(), plain.params(), 1e-5);
            assertThat(fast.addedLoss())
                    .isCloseTo(AddedLoss.of(plain), within(1e-4))
                    .isPositive();
            assertThat(fast.score()).isCloseTo(plain.score() + AddedLoss.of(plain) / 5, within(1e-4));
        }
        INDArray question = numbers(9, 4, 7);
        requireNear(fast.output(question)[0], plain.output(question)[0], 1e-5);
        assertThat(fast.output(question)[0]).as("nothing is drawn").isEqualTo(fast.output(question)[0]);
        // By hand: Σ (exp(v) + μ² − 1 − v) ÷ 2.
        INDArray mean = fast.feedForward(question, false).get("mean");
        INDArray variance = fast.feedForward(question, false).get("variance");
        double byHand = 0;
        for (long i = 0; i < mean.length(); i++) {
            double m = mean.getDouble(i);
            double v = variance.getDouble(i);
            byHand += (Math.exp(v) + m * m - 1 - v) / 2;
        }
        assertThat(fast.output(question)).hasSize(1);
        assertThat(fast.addedLoss()).isCloseTo(0.5 * byHand, within(1e-4));
    }

    @Test
    void addsNoiseOfTheRightDeviationAndNoneWhenPredicting() {
        FastGraph net = new FastGraph(graph(new Sgd(1), InputType.feedForward(10_000))
                .addLayer("noise", new DropoutLayer.Builder(new GaussianNoise(0.3)).build(), "in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(1)
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "noise")
                .setOutputs("out")
                .build());
        net.init();
        net.params().assign(0);
        INDArray ones = Nd4j.ones(1, 10_000);
        net.fit(new INDArray[] {ones}, new INDArray[] {Nd4j.ones(1, 1)});
        assertThat(net.lastOutput()).isPresent();
        // As above: what came through, twice.
        INDArray seen = net.params().div(2);
        assertThat(seen.meanNumber().doubleValue()).isCloseTo(1, within(0.02));
        assertThat(seen.stdNumber().doubleValue()).isCloseTo(0.3, within(0.02));
        requireNear(net.output(ones)[0], net.params().sum().reshape(1, 1), 1e-1);
    }

    private static List<Float> distinct(float[] numbers) {
        return Stream.iterate(0, i -> i < numbers.length, i -> i + 1)
                .map(i -> numbers[i])
                .distinct()
                .toList();
    }

    private static double sum(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Test
    void givesTheSameBitsForTheSameThreads() {
        for (boolean dnn : new boolean[] {false, true}) {
            Dnn.allow(dnn);
            INDArray once = trained(3).params();
            assertThat(trained(3).params().toFloatVector()).isEqualTo(once.toFloatVector());
            requireNear(trained(1).params(), once, 1e-5);
        }
    }

    private static FastGraph trained(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        FastGraph net = new FastGraph(graph(new Adam(0.01), IMAGE)
                .addLayer("conv", convolution(8).kernelSize(3, 3).build(), "in")
                .addLayer("norm", normalization(), "conv")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "norm")
                .addLayer("drop", new DropoutLayer(0.5), "relu")
                .addLayer("out", softmax(), "drop")
                .setOutputs("out")
                .build());
        net.init();
        for (int step = 0; step < 20; step++) {
            net.fit(new INDArray[] {numbers(step, 7, 3, 11, 8)}, new INDArray[] {oneHot(step, 7)});
        }
        return net;
    }

    @Test
    void leavesToDl4jWhatOnlyDl4jCanCompute() {
        FastGraph net = new FastGraph(graph(new Sgd(0.1), InputType.feedForward(4))
                .addLayer("dense", new DenseLayer.Builder().nOut(5).dropOut(0.5).build(), "in")
                .addLayer("out", softmax(), "dense")
                .setOutputs("out")
                .build());
        net.init();
        net.fit(new INDArray[] {numbers(1, 3, 4)}, new INDArray[] {oneHot(2, 3)});
        assertThat(net.lastOutput()).isEmpty();
        assertThat(net.whyLeft(new MultiDataSet(numbers(1, 3, 4), oneHot(2, 3))))
                .contains("There is no kernel for dense (DenseLayer) with its settings and input.");
        assertThat(net.output(numbers(1, 3, 4))[0].shape()).containsExactly(3, CLASSES);
    }

    private static GraphBuilder graph(IUpdater updater, InputType in) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(updater)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(in);
    }

    private static ConvolutionLayer.Builder convolution(int filters) {
        return new ConvolutionLayer.Builder()
                .nOut(filters)
                .activation(Activation.TANH)
                .biasInit(0.1);
    }

    private static OutputLayer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static void requireSame(GraphBuilder graph) {
        requireSame(graph, 1e-5);
    }

    /** Trains by both for a few steps with mini-batches of different sizes and one or three threads, without oneDNN and with it. */
    private static void requireSame(GraphBuilder graph, double tolerance) {
        boolean writes = graph.getVertices().containsKey("next");
        ComputationGraphConfiguration configuration =
                graph.setOutputs(writes ? "next" : "out").build();
        for (int run = 0; run < 4; run++) {
            int threads = run / 2 * 2 + 1;
            Dnn.allow(run % 2 == 1);
            Nd4j.getEnvironment().setMaxThreads(threads);
            ComputationGraph plain = new ComputationGraph(configuration.clone());
            FastGraph fast = new FastGraph(configuration.clone());
            plain.init();
            fast.init();
            FastRecurrent.install(fast);
            for (int step = 0; step < 4; step++) {
                int examples = step == 2 ? 3 : 5;
                INDArray[] features = {features(configuration, examples, step)};
                INDArray[] labels = {labels(configuration, examples, step)};
                // Not what `fit` leaves as the score, which DL4J computes from an input that it has changed, if the
                // loss is a layer by itself.
                double loss = plain.score(new MultiDataSet(features, labels), true);
                plain.fit(features, labels);
                fast.fit(features, labels);
                assertThat(fast.lastOutput())
                        .as("computed by a program; %s", fast.whyLeft(new MultiDataSet(features, labels)))
                        .isPresent();
                assertThat(fast.score()).isCloseTo(loss, within(tolerance * 10));
                requireNear(fast.params(), plain.params(), tolerance);
            }
            INDArray features = features(configuration, 4, 9);
            requireNear(fast.output(features)[0], plain.output(features)[0], tolerance);
            assertThat(fast.getIterationCount()).isEqualTo(4);
        }
    }

    private static INDArray features(ComputationGraphConfiguration configuration, int examples, int seed) {
        if (configuration.getVertices().containsKey("tokens")) {
            return tokens(seed, examples);
        }
        if (configuration.getVertices().containsKey("sequence")) {
            return numbers(seed, examples, FEATURES, STEPS);
        }
        boolean images = configuration.getVertices().containsKey("conv")
                || configuration.getVertices().containsKey("first")
                || configuration.getVertices().containsKey("stem");
        return images ? numbers(seed, examples, 3, 11, 8) : numbers(seed, examples, 7);
    }

    private static INDArray labels(ComputationGraphConfiguration configuration, int examples, int seed) {
        if (configuration.toJson().contains("YoloLoss")) {
            return boxes(seed, examples);
        }
        if (configuration.getVertices().containsKey("next")) {
            return pairs(seed, examples);
        }
        return configuration.toJson().contains("LossSparseMCXENT")
                ? oneHot(seed, examples)
                        .argMax(1)
                        .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                        .reshape(examples, 1)
                : oneHot(seed, examples);
    }

    private static INDArray boxes(int seed, int examples) {
        Random random = new Random(seed);
        INDArray boxes = Nd4j.create(examples, YoloLoss.LABEL);
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

    private static void requireNear(INDArray actual, INDArray expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue())
                .as("largest difference of numbers up to %s", expected.amaxNumber())
                .isLessThan(tolerance * Math.max(1, expected.amaxNumber().doubleValue()));
    }

    private static INDArray numbers(int seed, long... shape) {
        Random random = new Random(seed);
        float[] numbers = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return Nd4j.create(numbers, shape, 'c');
    }

    private static INDArray oneHot(int seed, int examples) {
        Random random = new Random(seed);
        float[] labels = new float[examples * CLASSES];
        for (int i = 0; i < examples; i++) {
            labels[i * CLASSES + random.nextInt(CLASSES)] = 1;
        }
        return Nd4j.create(labels, new long[] {examples, CLASSES}, 'c');
    }
}
