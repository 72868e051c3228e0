package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class RowLayerTest {

    private static final int FEATURES = 4;
    private static final int OTHER_FEATURES = 6;
    private static final int STEPS = 5;
    private static final int OTHER_STEPS = 3;
    private static final int EXAMPLES = 5;

    @AfterEach
    void asBefore() {
        TeamSize.use(0);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    static Stream<Layer> ofOne() {
        return Stream.of(
                new StepDense.Builder().nOut(3).activation(new ExactGelu()).build(),
                new FeatureNorm(1e-3),
                new Positions.Builder(STEPS).learned().build(),
                new HeadsLayer.Builder(2).build(),
                new HeadsLayer.Builder(4).causal().keptAttention(0.7).build(),
                new TransformerBlock.Builder(2)
                        .nOut(7)
                        .activation(Activation.TANH)
                        .kept(0.8)
                        .build(),
                new TransformerBlock.Builder(2)
                        .nOut(7)
                        .activation(new ExactGelu())
                        .normFirst()
                        .causal()
                        .build());
    }

    static Stream<Layer> ofTwo() {
        return Stream.of(
                looking(new HeadsLayer.Builder(2)).build(),
                looking(new AdditiveLayer.Builder().nOut(3)).build(),
                looking(new TransformerBlock.Builder(2).nOut(5).activation(Activation.RELU))
                        .normFirst()
                        .causal()
                        .build());
    }

    private static <T extends RowLayer.Builder<T>> T looking(RowLayer.Builder<T> builder) {
        return builder.looksAt(STEPS, FEATURES, OTHER_FEATURES);
    }

    @ParameterizedTest
    @MethodSource("ofOne")
    void gradientsAreTheSlopeOfTheLossAlsoWithPaddingAndThreads(Layer layer) {
        TeamSize.use(3);
        ComputationGraph net = network(DataType.DOUBLE, layer);
        assertSlopes(net, new INDArray[] {features(DataType.DOUBLE)}, new INDArray[] {mask(STEPS)});
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void gradientsOfBothSequencesAreTheSlopeOfTheLoss(Layer layer) {
        ComputationGraph net = network(DataType.DOUBLE, layer);
        INDArray[] both = {features(DataType.DOUBLE), others()};
        assertSlopes(net, both, new INDArray[] {mask(STEPS), mask(OTHER_STEPS)});
        // Where only one of them has padding.
        assertSlopes(net, both, new INDArray[] {mask(STEPS), null});
    }

    /** The room for probabilities has the size of the prediction's here: one example, one head, one thread. */
    @Test
    void gradientsWithDropoutAreRightAlsoAfterAPrediction() {
        ComputationGraph net = network(
                DataType.DOUBLE, new HeadsLayer.Builder(1).keptAttention(0.5).build());
        INDArray one = first(features(DataType.DOUBLE));
        net.output(false, one);
        assertSlopes(net, new INDArray[] {one}, new INDArray[] {null}, first(labels(DataType.DOUBLE)));
    }

    /** DL4J lets a dropout change the array that it is the only one to read. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SIGMOID", "RELU"})
    void gradientsAreRightAlsoIfTheNextLayerChangesTheResult(Activation activation) {
        ComputationGraph net = network(
                DataType.DOUBLE,
                new StepDense.Builder().nOut(3).activation(activation).build(),
                new StepDropout(new org.deeplearning4j.nn.conf.dropout.Dropout(0.5)));
        assertThat(GradientCheckUtil.checkGradients(check(net, features(DataType.DOUBLE))
                        .callEachIter(any -> Nd4j.getRandom().setSeed(5))))
                .isTrue();
    }

    private static INDArray first(INDArray examples) {
        return examples.get(NDArrayIndex.interval(0, 1)).dup('c');
    }

    private static void assertSlopes(ComputationGraph net, INDArray[] inputs, INDArray[] masks) {
        assertSlopes(net, inputs, masks, labels(DataType.DOUBLE));
    }

    private static void assertSlopes(ComputationGraph net, INDArray[] inputs, INDArray[] masks, INDArray labels) {
        assertThat(GradientCheckUtil.checkGradients(
                        check(net, inputs).inputMask(masks).labels(new INDArray[] {labels})))
                .isTrue();
    }

    private static GradientCheckUtil.GraphConfig check(ComputationGraph net, INDArray... inputs) {
        return new GradientCheckUtil.GraphConfig()
                .net(net)
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .inputs(inputs)
                .labels(new INDArray[] {labels(DataType.DOUBLE)});
    }

    @ParameterizedTest
    @MethodSource("ofOne")
    void aPaddedSequenceGivesWhatAShorterOneGives(Layer layer) {
        ComputationGraph net = network(DataType.DOUBLE, layer);
        INDArray padded = features(DataType.DOUBLE);
        INDArray shorter = padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 3))
                .dup();
        padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(3, STEPS))
                .assign(Double.NaN);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, EXAMPLES, STEPS);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(3, STEPS)).assign(0);
        INDArray given = net.output(false, new INDArray[] {padded}, new INDArray[] {mask})[0];
        assertThat(given.sub(net.outputSingle(shorter)).amaxNumber().doubleValue())
                .isLessThan(1e-12);
    }

    /** Softmax of the scaled products of queries and keys, written out. */
    @Test
    void headsGiveWhatTheFormulaSays() {
        ComputationGraph net =
                network(DataType.DOUBLE, new HeadsLayer.Builder(2).causal().build());
        INDArray in = features(DataType.DOUBLE);
        INDArray out = net.feedForward(in, false).get("layer");
        INDArray w = net.getParam("layer_attentionInW");
        INDArray b = net.getParam("layer_attentionInb");
        int size = FEATURES / 2;
        for (int example = 0; example < EXAMPLES; example++) {
            INDArray rows =
                    in.get(NDArrayIndex.point(example)).transpose().mmul(w).addRowVector(b);
            INDArray found = Nd4j.zeros(DataType.DOUBLE, STEPS, FEATURES);
            for (int head = 0; head < 2; head++) {
                for (int step = 0; step < STEPS; step++) {
                    double[] scores = new double[step + 1];
                    double sum = 0;
                    for (int other = 0; other <= step; other++) {
                        double product = 0;
                        for (int i = head * size; i < (head + 1) * size; i++) {
                            product += rows.getDouble(step, i) * rows.getDouble(other, FEATURES + i);
                        }
                        scores[other] = Math.exp(product / Math.sqrt(size));
                        sum += scores[other];
                    }
                    for (int i = head * size; i < (head + 1) * size; i++) {
                        double value = 0;
                        for (int other = 0; other <= step; other++) {
                            value += scores[other] / sum * rows.getDouble(other, 2 * FEATURES + i);
                        }
                        found.putScalar(step, i, value);
                    }
                }
            }
            INDArray expected =
                    found.mmul(net.getParam("layer_attentionOutW")).addRowVector(net.getParam("layer_attentionOutb"));
            INDArray given = out.get(NDArrayIndex.point(example)).transpose();
            assertThat(expected.sub(given).amaxNumber().doubleValue()).isCloseTo(0, Offset.offset(1e-9));
        }
    }

    /** The fast functions of single precision against the exact ones of double precision. */
    @ParameterizedTest
    @MethodSource("ofOne")
    void singlePrecisionGivesWhatDoublePrecisionGives(Layer layer) {
        ComputationGraph exact = network(DataType.DOUBLE, layer.clone());
        ComputationGraph fast = network(DataType.FLOAT, layer.clone());
        fast.setParams(exact.params().castTo(DataType.FLOAT));
        INDArray expected = exact.outputSingle(features(DataType.DOUBLE));
        INDArray given = fast.outputSingle(features(DataType.FLOAT)).castTo(DataType.DOUBLE);
        assertThat(expected.sub(given).amaxNumber().doubleValue()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void sameThreadsSameBitsAlsoWithDropout(int count) {
        TeamSize.use(count);
        INDArray first = trained();
        assertThat(trained()).isEqualTo(first);
    }

    private static INDArray trained() {
        TransformerBlock.Builder block = new TransformerBlock.Builder(2)
                .nOut(64)
                .activation(new ExactGelu())
                .kept(0.9)
                .keptAttention(0.9);
        ComputationGraph net = network(DataType.FLOAT, block.build());
        for (int step = 0; step < 4; step++) {
            net.fit(new MultiDataSet(features(DataType.FLOAT), labels(DataType.FLOAT)));
        }
        return net.params();
    }

    /** Waves as in the paper: sine and cosine of place / 10000^(2i / width). */
    @Test
    void placesAreWaves() {
        ComputationGraph net =
                network(DataType.DOUBLE, new Positions.Builder(STEPS).scaled(2).build());
        INDArray in = features(DataType.DOUBLE);
        INDArray out = net.feedForward(in, false).get("layer");
        assertThat(out.getDouble(1, 2, 3) - 2 * in.getDouble(1, 2, 3))
                .isCloseTo(Math.sin(3 / Math.pow(10_000, 0.5)), Offset.offset(1e-12));
        assertThat(out.getDouble(4, 1, 2) - 2 * in.getDouble(4, 1, 2)).isCloseTo(Math.cos(2), Offset.offset(1e-12));
    }

    private static ComputationGraph network(DataType type, Layer layer, Layer... behind) {
        Nd4j.setDefaultDataTypes(type, type);
        boolean two = layer instanceof RowLayer row && row.ownSteps > 0;
        var graph = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(type == DataType.DOUBLE ? new NoOp() : new Sgd(0.1))
                .graphBuilder()
                .addInputs(two ? new String[] {"in", "other"} : new String[] {"in"})
                .setInputTypes(
                        two
                                ? new InputType[] {
                                    InputType.recurrent(FEATURES, STEPS),
                                    InputType.recurrent(OTHER_FEATURES, OTHER_STEPS)
                                }
                                : new InputType[] {InputType.recurrent(FEATURES, STEPS)});
        if (two) {
            graph.addLayer("before", lstm(FEATURES), "in")
                    .addLayer("beforeOther", lstm(OTHER_FEATURES), "other")
                    .addVertex("joined", new JoinSteps(STEPS, OTHER_STEPS), "before", "beforeOther");
        }
        graph.addLayer("layer", layer, two ? "joined" : "in");
        String last = "layer";
        for (Layer next : behind) {
            graph.addLayer("behind" + last, next, last);
            last = "behind" + last;
        }
        graph.addLayer("pool", new GlobalPoolingLayer(), last)
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "pool")
                .setOutputs("out");
        ComputationGraph net = new ComputationGraph(graph.build());
        net.init();
        FastRecurrent.install(net);
        Random random = new Random(5);
        for (long i = 0; i < net.numParams(); i++) {
            net.params().putScalar(i, net.params().getDouble(i) + 0.3 * random.nextGaussian());
        }
        return net;
    }

    private static LSTM lstm(int units) {
        return new LSTM.Builder().nOut(units).activation(Activation.TANH).build();
    }

    private static INDArray features(DataType type) {
        return normal(type, FEATURES, STEPS, 9);
    }

    private static INDArray others() {
        return normal(DataType.DOUBLE, OTHER_FEATURES, OTHER_STEPS, 10);
    }

    private static INDArray normal(DataType type, int features, int steps, int seed) {
        Random random = new Random(seed);
        INDArray array = Nd4j.create(type, EXAMPLES, features, steps);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextGaussian());
        }
        return array;
    }

    private static INDArray labels(DataType type) {
        INDArray labels = Nd4j.zeros(type, EXAMPLES, 3);
        for (int row = 0; row < EXAMPLES; row++) {
            labels.putScalar(row, row % 3, 1);
        }
        return labels;
    }

    private static INDArray mask(int steps) {
        INDArray mask = Nd4j.ones(DataType.DOUBLE, EXAMPLES, steps);
        mask.putScalar(0, steps - 1, 0).putScalar(2, steps - 2, 0).putScalar(2, steps - 1, 0);
        return mask;
    }
}
