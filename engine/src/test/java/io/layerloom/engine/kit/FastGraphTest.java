package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.CLASSES;
import static io.layerloom.engine.kit.Parity.IMAGE;
import static io.layerloom.engine.kit.Parity.convolution;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.normalization;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.requireNear;
import static io.layerloom.engine.kit.Parity.requireSame;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Whole networks against DL4J's own code: losses, optimizers, inputs and outputs, and what is left to DL4J. */
@ExtendWith(ParityTable.class)
class FastGraphTest {

    @AfterEach
    void asBefore() {
        Parity.asBefore();
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
        requireSameLoss(
                graph(new Sgd(0.1), InputType.feedForward(7))
                        .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "in")
                        .addLayer(
                                "out",
                                new OutputLayer.Builder(loss)
                                        .nOut(width)
                                        .activation(activation)
                                        .build(),
                                "dense"),
                loss);
        requireSameLoss(
                graph(new Sgd(0.1), InputType.feedForward(7))
                        .addLayer("dense", new DenseLayer.Builder().nOut(width).build(), "in")
                        .addLayer(
                                "out",
                                new LossLayer.Builder(loss)
                                        .activation(activation)
                                        .build(),
                                "dense"),
                loss);
    }

    private static void requireSameLoss(GraphBuilder graph, LossFunction loss) {
        Parity.Numbers labels = loss == LossFunction.SPARSE_MCXENT ? FastGraphTest::classes : Parity::oneHot;
        requireSame(graph, 1e-5, (seed, examples) -> numbers(seed, examples, 7), labels);
    }

    private static INDArray classes(int seed, int examples) {
        return oneHot(seed, examples).argMax(1).castTo(DataType.FLOAT).reshape(examples, 1);
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
    void givesTheSameBitsForTheSameThreads() {
        for (boolean dnn : new boolean[] {false, true}) {
            Dnn.allow(dnn);
            INDArray once = trained(3).params();
            assertThat(trained(3).params().toFloatVector()).isEqualTo(once.toFloatVector());
            requireNear(trained(1).params(), once, 1e-5);
        }
    }

    private static FastGraph trained(int threads) {
        TeamSize.use(threads);
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

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RRELU", "SOFTMAX", "THRESHOLDEDRELU"})
    void activatesAsDl4jDoes(Activation activation) {
        requireSame(
                graph(new Sgd(1e-3), IMAGE)
                        .addLayer("conv", convolution(4).activation(activation).build(), "in")
                        .addLayer(
                                "linear",
                                convolution(4).activation(Activation.IDENTITY).build(),
                                "in")
                        .addLayer("alone", new ActivationLayer(activation), "linear")
                        .addVertex("both", new MergeVertex(), "conv", "alone", "linear")
                        .addLayer(
                                "small",
                                new DenseLayer.Builder()
                                        .nOut(6)
                                        .activation(Activation.TANH)
                                        .build(),
                                "both")
                        .addLayer(
                                "dense",
                                new DenseLayer.Builder()
                                        .nOut(6)
                                        .activation(activation)
                                        .build(),
                                "small")
                        .addLayer("out", softmax(), "dense"),
                1e-4);
    }

    @Test
    void namesTheLayerThatRanOutOfBoundsWhereDl4jComputes() {
        FastGraph net = new FastGraph(graph(new Sgd(1e30), InputType.feedForward(4))
                .addLayer(
                        "dense",
                        new DenseLayer.Builder()
                                .nOut(5)
                                .activation(Activation.IDENTITY)
                                .dropOut(0.5)
                                .build(),
                        "in")
                .addLayer("out", softmax(), "dense")
                .setOutputs("out")
                .build());
        net.init();
        for (int step = 0; step < 9 && net.firstNotFinite().isEmpty(); step++) {
            net.fit(new INDArray[] {numbers(step, 3, 4)}, new INDArray[] {oneHot(step, 3)});
        }
        assertThat(net.lastOutput()).as("computed by a program").isEmpty();
        assertThat(net.firstNotFinite()).hasValueSatisfying(first -> {
            assertThat(first.layer()).isIn("dense", "out");
            assertThat(first.count()).isPositive();
        });
    }
}
