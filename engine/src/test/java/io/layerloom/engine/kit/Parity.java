package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Trains the same network by DL4J's own code and by a program, and compares loss, parameters after a few steps, and predictions. Networks begin at "in" and end at "out". */
final class Parity {

    /** Numbers for so many examples; the same seed gives the same. */
    interface Numbers {
        INDArray of(int seed, int examples);
    }

    static final int CLASSES = 3;
    static final int STEPS = 5;
    static final int FEATURES = 4;
    static final InputType SEQUENCE = InputType.recurrent(FEATURES, STEPS);
    static final InputType IMAGE = InputType.convolutional(11, 8, 3);
    static final InputType VECTOR = InputType.feedForward(7);

    private Parity() {}

    /** Undoes what the comparisons set; to be called after each test. */
    static void asBefore() {
        Dnn.allow(true);
        TeamSize.use(0);
    }

    static void requireSame(GraphBuilder graph) {
        requireSame(graph, 1e-5);
    }

    static void requireSame(GraphBuilder graph, double tolerance) {
        requireSame(graph, tolerance, features(graph.getNetworkInputTypes().get(0)), Parity::oneHot);
    }

    private static Numbers features(InputType type) {
        long[] sizes = Sizes.of(type);
        return (seed, examples) -> numbers(seed, Sizes.batch(examples, sizes));
    }

    /** Trains by both for a few steps with mini-batches of different sizes and one or three threads, without oneDNN and with it. */
    static void requireSame(GraphBuilder graph, double tolerance, Numbers inputs, Numbers outputs) {
        requireSame(graph, tolerance, inputs, outputs, false);
    }

    /** The same for sequences of which some end earlier than others. */
    static void requireSamePadded(GraphBuilder graph) {
        requireSame(graph, 1e-5, features(graph.getNetworkInputTypes().get(0)), Parity::oneHot, true);
    }

    static void requireSame(GraphBuilder graph, double tolerance, Numbers inputs, Numbers outputs, boolean padded) {
        ComputationGraphConfiguration configuration = graph.setOutputs("out").build();
        for (int run = 0; run < 4; run++) {
            Dnn.allow(run % 2 == 1);
            TeamSize.use(run / 2 * 2 + 1);
            Pair pair = new Pair(configuration, tolerance, padded);
            for (int step = 0; step < 4; step++) {
                int examples = step == 2 ? 3 : 5;
                pair.learn(inputs.of(step, examples), outputs.of(step, examples), step);
            }
            pair.predict(inputs.of(9, 4), 9);
            ParityTable.note(configuration, padded, pair.found);
        }
    }

    /** The same network twice, and how far one was from the other so far. */
    private static final class Pair {
        private final ComputationGraph plain;
        private final FastGraph fast;
        private final double tolerance;
        private final boolean padded;
        private ParityTable.Differences found = new ParityTable.Differences(1, 0, 0, 0);

        Pair(ComputationGraphConfiguration configuration, double tolerance, boolean padded) {
            this.plain = new ComputationGraph(configuration.clone());
            this.fast = new FastGraph(configuration.clone());
            this.tolerance = tolerance;
            this.padded = padded;
            plain.init();
            fast.init();
            FastRecurrent.install(fast);
        }

        private INDArray[] masks(int seed, INDArray features) {
            // Full mini-batches come between.
            return padded && seed != 1 ? new INDArray[] {mask(seed, (int) features.size(0))} : null;
        }

        void learn(INDArray in, INDArray out, int seed) {
            INDArray[] features = {in};
            INDArray[] labels = {out};
            INDArray[] masks = masks(seed, in);
            MultiDataSet batch = new MultiDataSet(features, labels, masks, null);
            // Not what `fit` leaves as the score, which DL4J computes from an input that it has changed, if the loss is
            // a layer by itself.
            double loss = plain.score(batch, true);
            plain.fit(features, labels, masks, null);
            fast.fit(features, labels, masks, null);
            assertThat(fast.lastOutput())
                    .as("computed by a program; %s", fast.whyLeft(batch))
                    .isPresent();
            assertThat(fast.score()).isCloseTo(loss, within(tolerance * 10));
            double parameters = requireNear(fast.params(), plain.params(), tolerance);
            found = found.and(new ParityTable.Differences(0, Math.abs(fast.score() - loss), parameters, 0));
        }

        void predict(INDArray in, int seed) {
            INDArray[] features = {in};
            INDArray actual = fast.output(false, features, masks(seed, in))[0];
            INDArray[] masks = padded ? masks(seed, in) : new INDArray[1];
            assertThat(fast.predict(features, masks))
                    .isEqualTo(actual.dup('c').data().asFloat());
            INDArray expected = plain.output(false, features, masks(seed, in))[0];
            if (padded && expected.rank() == 3) {
                // What stands at padding means nothing.
                INDArray steps = mask(seed, (int) in.size(0));
                Broadcast.mul(actual, steps, actual, 0, 2);
                Broadcast.mul(expected, steps, expected, 0, 2);
            }
            double predictions = requireNear(actual, expected, tolerance);
            found = found.and(new ParityTable.Differences(0, 0, 0, predictions));
            assertThat(fast.getIterationCount()).isEqualTo(4);
        }
    }

    /** Sequences of one step and more; the first one has all of them. */
    static INDArray mask(int seed, int examples) {
        Random random = new Random(seed);
        INDArray mask = Nd4j.ones(examples, STEPS);
        for (int example = 1; example < examples; example++) {
            for (int step = 1 + random.nextInt(STEPS); step < STEPS; step++) {
                mask.putScalar(example, step, 0);
            }
        }
        return mask;
    }

    static GraphBuilder graph(IUpdater updater, InputType in) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(updater)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(in);
    }

    static ConvolutionLayer.Builder convolution(int filters) {
        return new ConvolutionLayer.Builder()
                .nOut(filters)
                .activation(Activation.TANH)
                .biasInit(0.1);
    }

    static OutputLayer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Answers by how much the numbers differ at most. */
    static double requireNear(INDArray actual, INDArray expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double difference = actual.sub(expected).amaxNumber().doubleValue();
        assertThat(difference)
                .as("largest difference of numbers up to %s", expected.amaxNumber())
                .isLessThan(tolerance * Math.max(1, expected.amaxNumber().doubleValue()));
        return difference;
    }

    static INDArray numbers(int seed, long... shape) {
        Random random = new Random(seed);
        float[] numbers = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return Nd4j.create(numbers, shape, 'c');
    }

    static INDArray oneHot(int seed, int examples) {
        Random random = new Random(seed);
        float[] labels = new float[examples * CLASSES];
        for (int i = 0; i < examples; i++) {
            labels[i * CLASSES + random.nextInt(CLASSES)] = 1;
        }
        return Nd4j.create(labels, new long[] {examples, CLASSES}, 'c');
    }

    static BatchNormalization normalization() {
        return new BatchNormalization.Builder().useLogStd(false).build();
    }
}
