package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.requireNear;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What is random: the right part of it, the same slopes back, others at the next step. */
class FastChanceTest {

    @AfterEach
    void asBefore() {
        Parity.asBefore();
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
}
