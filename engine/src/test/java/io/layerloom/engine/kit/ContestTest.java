package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.requireNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** One step of a generative adversarial network is just what the paper says, whoever computes it. */
class ContestTest {

    private static final int BATCH = 5;
    private static final int CODE = 3;
    private static final int WIDTH = 4;
    private static final double RATE = 0.1;
    private static final double SMOOTHING = 0.1;

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    private static NeuralNetConfiguration.Builder settings(IUpdater updater) {
        return new NeuralNetConfiguration.Builder().seed(9).updater(updater);
    }

    /** Generator: a dense layer; discriminator: another one and the output. */
    private static GraphBuilder small(NeuralNetConfiguration.Builder settings, double generatorRate) {
        return settings.graphBuilder()
                .addInputs("code", "data")
                .setInputTypes(InputType.feedForward(CODE), InputType.feedForward(WIDTH))
                .addLayer(
                        "make",
                        new DenseLayer.Builder()
                                .nOut(WIDTH)
                                .activation(Activation.TANH)
                                .build(),
                        "code")
                .addVertex("meet", new RealOrGenerated(SMOOTHING, generatorRate), "make", "data")
                .addLayer(
                        "look",
                        new DenseLayer.Builder()
                                .nOut(6)
                                .activation(Activation.TANH)
                                .build(),
                        "meet")
                .addLayer("out", end(), "look")
                .setOutputs("out");
    }

    private static OutputLayer end() {
        return new OutputLayer.Builder(LossFunction.XENT)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build();
    }

    private static FastGraph net(GraphBuilder graph, DataType type) {
        ComputationGraphConfiguration configuration = graph.build();
        FastGraph made = new FastGraph(configuration);
        made.init();
        if (type == DataType.FLOAT) {
            return made;
        }
        // In double precision DL4J computes.
        FastGraph converted =
                new FastGraph(made.convertDataType(DataType.DOUBLE).getConfiguration());
        converted.init();
        converted.params().assign(made.params().castTo(DataType.DOUBLE));
        return converted;
    }

    private static void step(FastGraph net, int seed) {
        INDArray data = numbers(seed, BATCH, WIDTH).castTo(net.params().dataType());
        INDArray codes = Nd4j.zeros(net.params().dataType(), BATCH, CODE);
        net.fit(new INDArray[] {codes, data}, new INDArray[] {Nd4j.ones(BATCH, 1)});
    }

    /** The weights of a network, and what each network loses with them, computed by hand. */
    private record ByHand(Map<String, INDArray> weights) {

        static ByHand of(ComputationGraph net) {
            return new ByHand(net.paramTable());
        }

        private double[][] dense(double[][] in, String layer) {
            INDArray w = weights.get(layer + "_W");
            INDArray b = weights.get(layer + "_b");
            double[][] out = new double[in.length][(int) w.size(1)];
            for (int row = 0; row < in.length; row++) {
                for (int unit = 0; unit < out[row].length; unit++) {
                    double sum = b.getDouble(unit);
                    for (int i = 0; i < in[row].length; i++) {
                        sum += in[row][i] * w.getDouble(i, unit);
                    }
                    out[row][unit] = layer.equals("out") ? sum : Math.tanh(sum);
                }
            }
            return out;
        }

        private double entropy(double[][] examples, double label) {
            double sum = 0;
            for (double[] logit : dense(dense(examples, "look"), "out")) {
                double p = 1 / (1 + Math.exp(-logit[0]));
                sum -= label * Math.log(p) + (1 - label) * Math.log(1 - p);
            }
            return sum / examples.length;
        }

        double discriminator(double[][] data, double[][] codes) {
            return entropy(data, 1 - SMOOTHING) + entropy(dense(codes, "make"), 0);
        }

        double generator(double[][] codes) {
            return entropy(dense(codes, "make"), 1);
        }
    }

    private interface Loss {
        double now();
    }

    /** What plain descent makes of the weights of some layers. */
    private static void descend(ComputationGraph net, List<String> layers, double rate, Loss loss) {
        INDArray params = net.params();
        double[] slopes = new double[(int) params.length()];
        int at = 0;
        for (Map.Entry<String, INDArray> each : net.paramTable().entrySet()) {
            String layer = each.getKey().substring(0, each.getKey().indexOf('_'));
            for (int i = 0; i < each.getValue().length(); i++, at++) {
                if (layers.contains(layer)) {
                    double value = params.getDouble(at);
                    params.putScalar(at, value + 1e-5);
                    double above = loss.now();
                    params.putScalar(at, value - 1e-5);
                    slopes[at] = (above - loss.now()) / 2e-5;
                    params.putScalar(at, value);
                }
            }
        }
        for (int i = 0; i < slopes.length; i++) {
            params.putScalar(i, params.getDouble(i) - rate * slopes[i]);
        }
    }

    private static double[][] codes(FastGraph net, int iteration, int which) {
        long start =
                Noise.start(GaussianSample.seed(net, net.getVertex("meet").getVertexIndex()), 2 * iteration + which);
        double[][] codes = new double[BATCH][CODE];
        for (int i = 0; i < BATCH * CODE; i++) {
            codes[i / CODE][i % CODE] = Noise.normal(start, i);
        }
        return codes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "DOUBLE"})
    void aStepIsThatOfTheAlgorithmByHand(String type) {
        double generatorRate = 0.5;
        FastGraph net = net(small(settings(new Sgd(RATE)), generatorRate), DataType.valueOf(type));
        FastGraph reference = net(small(settings(new Sgd(RATE)), generatorRate), DataType.DOUBLE);
        ByHand hand = ByHand.of(reference);
        for (int iteration = 0; iteration < 3; iteration++) {
            double[][] data = numbers(iteration, BATCH, WIDTH).toDoubleMatrix();
            double[][] first = codes(reference, iteration, 0);
            double[][] second = codes(reference, iteration, 1);
            double discriminator = hand.discriminator(data, first);
            descend(reference, List.of("look", "out"), RATE, () -> hand.discriminator(data, first));
            double generator = hand.generator(second);
            descend(reference, List.of("make"), RATE * generatorRate, () -> hand.generator(second));

            step(net, iteration);

            assertThat(net.lastOutput().isPresent()).as("computed by a program").isEqualTo(type.equals("FLOAT"));
            requireNear(net.params().castTo(DataType.DOUBLE), reference.params(), 1e-5);
            Contest.Figures figures = Contest.of(net).orElseThrow().figures();
            assertThat(figures.discriminator()).isCloseTo(discriminator / 2, within(1e-5));
            assertThat(net.score()).isCloseTo(discriminator / 2, within(1e-5));
            assertThat(figures.generator()).isCloseTo(generator, within(1e-5));
            assertThat(figures.right() * 2 * BATCH)
                    .isBetween(0.0, 10.0)
                    .isCloseTo(Math.rint(figures.right() * 10), within(1e-9));
            assertThat(net.getIterationCount()).isEqualTo(iteration + 1);
        }
    }

    /** With a normalization on both sides, whose running averages are no weights, and optimizers that remember. */
    @Test
    void programsAndLayersTakeTheSameSteps() {
        for (IUpdater updater : List.of(new Adam(0.01), new Nesterovs(0.01, 0.9), new Sgd(0.1))) {
            for (GradientNormalization bounded :
                    List.of(GradientNormalization.None, GradientNormalization.ClipElementWiseAbsoluteValue)) {
                for (int threads : List.of(1, 3)) {
                    TeamSize.use(threads);
                    FastGraph fast = net(normalized(updater, bounded), DataType.FLOAT);
                    FastGraph slow = net(normalized(updater, bounded), DataType.DOUBLE);
                    for (int i = 0; i < 4; i++) {
                        step(fast, i);
                        step(slow, i);
                        String what = "%s, %s, %d threads, step %d".formatted(updater, bounded, threads, i);
                        assertThat(fast.lastOutput())
                                .as(what
                                        + fast.whyLeft(new MultiDataSet(
                                                new INDArray[] {Nd4j.zeros(5, CODE), Nd4j.zeros(5, WIDTH)},
                                                new INDArray[] {Nd4j.zeros(5, 1)})))
                                .isPresent();
                        assertThat(slow.lastOutput()).as(what).isEmpty();
                        assertThat(fast.score()).as(what).isCloseTo(slow.score(), within(1e-4));
                        assertThat(Contest.of(fast).orElseThrow().figures().right())
                                .as(what)
                                .isEqualTo(
                                        Contest.of(slow).orElseThrow().figures().right());
                        requireNear(fast.params().castTo(DataType.DOUBLE), slow.params(), 2e-4);
                    }
                    float[] codes = Codes.of(3, CODE, 5);
                    assertThat(Contest.of(fast).orElseThrow().generate(codes, 3, WIDTH))
                            .containsExactly(fast.output(List.of("make"), false, inputs(codes), null)[0]
                                    .dup('c')
                                    .data()
                                    .asFloat());
                }
            }
        }
    }

    private static INDArray[] inputs(float[] codes) {
        return new INDArray[] {Nd4j.create(codes, new long[] {3, CODE}, 'c'), Nd4j.ones(3, WIDTH)};
    }

    private static GraphBuilder normalized(IUpdater updater, GradientNormalization bounded) {
        return settings(updater)
                .gradientNormalization(bounded)
                .gradientNormalizationThreshold(0.05)
                .l2(0.01)
                .graphBuilder()
                .addInputs("code", "data")
                .setInputTypes(InputType.feedForward(CODE), InputType.feedForward(WIDTH))
                .addLayer(
                        "first",
                        new DenseLayer.Builder()
                                .nOut(6)
                                .activation(Activation.TANH)
                                .build(),
                        "code")
                .addLayer(
                        "evenly",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "first")
                .addLayer(
                        "make",
                        new DenseLayer.Builder()
                                .nOut(WIDTH)
                                .activation(Activation.TANH)
                                .build(),
                        "evenly")
                .addVertex("meet", new RealOrGenerated(SMOOTHING, 0.5), "make", "data")
                .addLayer(
                        "look",
                        new DenseLayer.Builder()
                                .nOut(6)
                                .activation(Activation.TANH)
                                .build(),
                        "meet")
                .addLayer(
                        "even",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "look")
                .addLayer("out", end(), "even")
                .setOutputs("out");
    }

    @Test
    void eachNetworkStandsStillWhileTheOtherLearns() {
        FastGraph net = net(small(settings(new Adam(0.01)), 0), DataType.FLOAT);
        INDArray before = net.params().dup();
        step(net, 1);
        int split = Contest.of(net).orElseThrow().split();
        assertThat(split).isEqualTo(CODE * WIDTH + WIDTH);
        float[] now = net.params().toFloatVector();
        float[] then = before.toFloatVector();
        assertThat(Arrays.copyOf(now, split))
                .as("a generator that learns at no rate")
                .containsExactly(Arrays.copyOf(then, split));
        assertThat(Arrays.copyOfRange(now, split, now.length))
                .isNotEqualTo(Arrays.copyOfRange(then, split, then.length));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        INDArray[] ends = new INDArray[2];
        for (int run = 0; run < 2; run++) {
            FastGraph net = net(small(settings(new Adam(0.01)), 1), DataType.FLOAT);
            for (int i = 0; i < 5; i++) {
                step(net, i);
            }
            ends[run] = net.params().dup();
        }
        assertThat(ends[0]).isEqualTo(ends[1]);
    }

    @Test
    void codesBeginAlikeAndLieOnTheCircleBetween() {
        float[] few = Codes.of(2, 8, 3);
        assertThat(Codes.of(5, 8, 3)).startsWith(few);
        assertThat(Codes.of(2, 8, 4)).isNotEqualTo(few);
        float[] many = Codes.of(500, 8, 3);
        double squares = 0;
        for (float number : many) {
            squares += number * number;
        }
        assertThat(squares / many.length).isCloseTo(1, within(0.1));
        float[] one = {3, 0};
        float[] other = {0, 3};
        assertThat(Codes.between(one, other, 0)).containsExactly(one, within(1e-6f));
        assertThat(Codes.between(one, other, 1)).containsExactly(other, within(1e-6f));
        float half = (float) (3 * Math.sqrt(0.5));
        assertThat(Codes.between(one, other, 0.5)).containsExactly(new float[] {half, half}, within(1e-5f));
        assertThat(Codes.between(one, one, 0.5)).containsExactly(one, within(1e-6f));
    }
}
