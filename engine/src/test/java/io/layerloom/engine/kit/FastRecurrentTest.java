package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class FastRecurrentTest {

    private static final int FEATURES = 5;
    private static final int STEPS = 7;

    @AfterEach
    void asBefore() {
        TeamSize.use(0);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 1, LSTM, TANH, SIGMOID",
        "DOUBLE, 3, LSTM, RELU, HARDSIGMOID",
        "DOUBLE, 3, LSTM, GELU, SIGMOID",
        "DOUBLE, 3, LSTM, SOFTMAX, SIGMOID",
        "DOUBLE, 3, SimpleRnn, TANH, SIGMOID",
        "DOUBLE, 3, SimpleRnn, SIGMOID, SIGMOID",
        "DOUBLE, 3, SimpleRnn, IDENTITY, SIGMOID",
        "DOUBLE, 3, SimpleRnn, MISH, SIGMOID",
        "FLOAT, 1, LSTM, TANH, SIGMOID",
        "FLOAT, 4, LSTM, TANH, SIGMOID",
        "FLOAT, 4, LSTM, SOFTSIGN, HARDSIGMOID",
        "FLOAT, 4, SimpleRnn, TANH, SIGMOID",
        "FLOAT, 4, SimpleRnn, RELU, SIGMOID"
    })
    void trainsAsThePlainCodeDoes(DataType type, int threadCount, String kind, Activation activation, Activation gate) {
        TeamSize.use(threadCount);
        ComputationGraph plain = network(type, layer(kind, 40, activation, gate), layer(kind, 6, activation, gate));
        ComputationGraph fast = network(type, layer(kind, 40, activation, gate), layer(kind, 6, activation, gate));
        fast.setParams(plain.params());
        assertThat(FastRecurrent.install(fast)).isEqualTo(2);

        for (int step = 0; step < 3; step++) {
            // The last batch of an epoch is often smaller.
            MultiDataSet batch = batch(type, step == 2 ? 3 : 16, step);
            plain.fit(batch);
            fast.fit(batch);
        }

        double tolerance = type == DataType.DOUBLE ? 1e-12 : 1e-5;
        assertThat(difference(plain.params(), fast.params())).isLessThan(tolerance);
        INDArray features = batch(type, 9, 9).getFeatures(0);
        assertThat(difference(plain.outputSingle(features), fast.outputSingle(features)))
                .isLessThan(tolerance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "SimpleRnn"})
    void gradientsAreTheSlopeOfTheLossAlsoWithPadding(String kind) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        ComputationGraph net = network(
                DataType.DOUBLE,
                layer(kind, 4, Activation.TANH, Activation.SIGMOID),
                layer(kind, 3, Activation.TANH, Activation.SIGMOID));
        net.setParams(net.params().mul(2));
        FastRecurrent.install(net);
        MultiDataSet batch = batch(DataType.DOUBLE, 3, 1);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, 3, STEPS);
        mask.putScalar(0, 6, 0)
                .putScalar(2, 5, 0)
                .putScalar(2, 6, 0)
                .putScalar(1, 0, 0)
                .putScalar(1, 3, 0);
        for (INDArray[] masks : new INDArray[][] {null, {mask}}) {
            assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                            .net(net)
                            .epsilon(1e-6)
                            .maxRelError(1e-5)
                            .minAbsoluteError(1e-9)
                            .inputs(batch.getFeatures())
                            .labels(batch.getLabels())
                            .inputMask(masks)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "SimpleRnn"})
    void paddingChangesNothingAndMayHoldAnything(String kind) {
        ComputationGraph net = network(
                DataType.FLOAT,
                layer(kind, 8, Activation.TANH, Activation.SIGMOID),
                layer(kind, 6, Activation.TANH, Activation.SIGMOID));
        FastRecurrent.install(net);
        INDArray features = batch(DataType.FLOAT, 3, 1).getFeatures(0);
        INDArray labels = batch(DataType.FLOAT, 3, 1).getLabels(0);
        INDArray mask = Nd4j.ones(DataType.FLOAT, 3, STEPS);
        for (int step = 4; step < STEPS; step++) {
            mask.putScalar(0, step, 0).putScalar(2, step, 0);
        }
        INDArray noise = features.dup();
        for (int feature = 0; feature < FEATURES; feature++) {
            noise.putScalar(0, feature, 4, Float.NaN).putScalar(2, feature, 6, 1e30);
        }
        INDArray[] clean = gradients(net, features, labels, mask);
        INDArray[] dirty = gradients(net, noise, labels, mask);
        assertThat(dirty[0]).isEqualTo(clean[0]);
        assertThat(dirty[1]).isEqualTo(clean[1]);
        assertThat(clean[1].sumNumber().doubleValue()).isFinite();

        INDArray shorter = Nd4j.create(DataType.FLOAT, 1, FEATURES, 4);
        for (int i = 0; i < FEATURES * 4; i++) {
            shorter.putScalar(0, i / 4, i % 4, features.getDouble(0, i / 4, i % 4));
        }
        INDArray whole = net.output(false, new INDArray[] {features}, new INDArray[] {mask})[0];
        assertThat(net.outputSingle(shorter).getRow(0)).isEqualTo(whole.getRow(0));
    }

    @Test
    void sameThreadsSameBits() {
        TeamSize.use(3);
        ComputationGraph one = network(DataType.FLOAT, layer("LSTM", 64, Activation.TANH, Activation.SIGMOID));
        ComputationGraph two = network(DataType.FLOAT, layer("LSTM", 64, Activation.TANH, Activation.SIGMOID));
        two.setParams(one.params());
        FastRecurrent.install(one);
        FastRecurrent.install(two);
        for (int step = 0; step < 5; step++) {
            one.fit(batch(DataType.FLOAT, 20, step));
            two.fit(batch(DataType.FLOAT, 20, step));
        }
        assertThat(two.params()).isEqualTo(one.params());
    }

    @Test
    void whatItDoesNotKnowStaysAsItIs() {
        LSTM random = new LSTM.Builder().nOut(4).activation(Activation.RRELU).build();
        assertThat(FastRecurrent.install(network(DataType.FLOAT, random))).isZero();
    }

    private static INDArray[] gradients(ComputationGraph net, INDArray features, INDArray labels, INDArray mask) {
        INDArray output = net.output(false, new INDArray[] {features}, new INDArray[] {mask})[0];
        net.setLayerMaskArrays(new INDArray[] {mask}, null);
        net.setInputs(features);
        net.setLabels(labels);
        net.computeGradientAndScore();
        net.clearLayerMaskArrays();
        return new INDArray[] {output, net.gradient().gradient().dup()};
    }

    private static double difference(INDArray expected, INDArray actual) {
        return expected.sub(actual).amaxNumber().doubleValue()
                / expected.amaxNumber().doubleValue();
    }

    private static BaseRecurrentLayer layer(String kind, int units, Activation activation, Activation gate) {
        return kind.equals("LSTM")
                ? new LSTM.Builder()
                        .nOut(units)
                        .activation(activation)
                        .gateActivationFunction(gate)
                        .build()
                : new SimpleRnn.Builder().nOut(units).activation(activation).build();
    }

    private static ComputationGraph network(DataType type, BaseRecurrentLayer... layers) {
        boolean checked = type == DataType.DOUBLE && layers[0].getNOut() < 10;
        var graph = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(checked ? new NoOp() : new Sgd(0.5))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(FEATURES, STEPS));
        String last = "in";
        for (int i = 0; i < layers.length; i++) {
            graph.addLayer("layer" + i, layers[i], last);
            last = "layer" + i;
        }
        graph.addVertex("last", new LastTimeStepVertex("in"), last)
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "last")
                .setOutputs("out");
        ComputationGraph net = new ComputationGraph(graph.build());
        net.init();
        return net;
    }

    private static MultiDataSet batch(DataType type, int size, int seed) {
        Random random = new Random(seed);
        INDArray features = Nd4j.create(type, size, FEATURES, STEPS);
        for (long i = 0; i < features.length(); i++) {
            features.putScalar(i, random.nextGaussian());
        }
        INDArray labels = Nd4j.create(type, size, 3);
        for (int row = 0; row < size; row++) {
            labels.putScalar(row, random.nextInt(3), 1);
        }
        return new MultiDataSet(features, labels);
    }
}
