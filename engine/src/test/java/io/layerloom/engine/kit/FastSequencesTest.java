package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.FEATURES;
import static io.layerloom.engine.kit.Parity.SEQUENCE;
import static io.layerloom.engine.kit.Parity.STEPS;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.requireSame;
import static io.layerloom.engine.kit.Parity.requireSamePadded;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/** The kernels of sequences and texts against DL4J's own code. */
@ExtendWith(ParityTable.class)
class FastSequencesTest {

    private static final int VOCABULARY = 9;
    private static final InputType TOKENS = InputType.recurrent(VOCABULARY, STEPS);

    @AfterEach
    void asBefore() {
        Parity.asBefore();
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
                new StepDropout(new Dropout(1)),
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
        requireSame(twoReaders(layer));
    }

    /** Padding must not change what a layer gives, wherever it stands. */
    @ParameterizedTest
    @MethodSource("readers")
    void readsPaddedSequencesAsDl4jDoes(Layer layer) {
        requireSamePadded(sequence(layer, PoolingType.AVG));
        requireSamePadded(twoReaders(layer));
    }

    private static GraphBuilder twoReaders(Layer layer) {
        return graph(new Sgd(0.1), SEQUENCE)
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
                .addLayer("out", softmax(), "pool");
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
        requireSamePadded(sequence(new LSTM.Builder().nOut(6).build(), type));
    }

    @ParameterizedTest
    @CsvSource({"LSTM, CONCATENATE", "GRU, ADD", "SIMPLE_RNN, AVERAGE", "GRU,"})
    void givesTheLastStepAsDl4jDoes(CellKind cell, Merge merge) {
        RecurrentLayer.Builder last =
                new RecurrentLayer.Builder(cell).lastStep().nOut(5);
        Layer layer = (merge == null ? last : last.bothWays(merge)).build();
        requireSame(behindLstm(layer));
        requireSamePadded(behindLstm(layer));
    }

    private static GraphBuilder behindLstm(Layer last) {
        return graph(new Sgd(0.1), SEQUENCE)
                .addLayer("sequence", new LSTM.Builder().nOut(4).build(), "in")
                .addLayer("last", last.clone(), "sequence")
                .addLayer("out", softmax(), "last");
    }

    private static EmbeddingSequenceLayer embedding() {
        return new EmbeddingSequenceLayer.Builder()
                .nIn(VOCABULARY)
                .nOut(FEATURES)
                .inputLength(STEPS)
                .build();
    }

    @Test
    void looksTokensUpAsDl4jDoes() {
        for (boolean padded : new boolean[] {false, true}) {
            requireSame(
                    graph(new Sgd(0.1), TOKENS)
                            .addLayer("tokens", embedding(), "in")
                            .addLayer("kept", new FeatureNorm(1e-3), "tokens")
                            .addLayer("read", new LSTM.Builder().nOut(6).build(), "kept")
                            .addLayer("sharp", new ActivationLayer(Activation.SIGMOID), "read")
                            .addLayer(
                                    "block",
                                    new TransformerBlock.Builder(2).nOut(7).build(),
                                    "sharp")
                            .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "block")
                            .addLayer("out", softmax(), "pool"),
                    1e-5,
                    FastSequencesTest::tokens,
                    Parity::oneHot,
                    padded);
        }
    }

    @Test
    void foretellsTokensAsDl4jDoes() {
        requireSame(writer(), 1e-5, FastSequencesTest::tokens, FastSequencesTest::pairs);
        requireSame(writer(), 1e-5, FastSequencesTest::tokens, FastSequencesTest::pairsOfPadded, true);
    }

    @Test
    void restoresTokensAsDl4jDoes() {
        requireSame(reader(false), 1e-5, FastSequencesTest::tokens, FastSequencesTest::few);
    }

    static GraphBuilder writer() {
        return reader(true);
    }

    private static GraphBuilder reader(boolean causal) {
        TransformerBlock.Builder block = new TransformerBlock.Builder(2)
                .nOut(7)
                .activation(new ExactGelu())
                .normFirst();
        return graph(new Sgd(0.1), TOKENS)
                .addLayer("tokens", embedding(), "in")
                .addLayer("places", new Positions.Builder(STEPS).learned().build(), "tokens")
                .addLayer("block", (causal ? block.causal() : block).build(), "places")
                .addLayer(
                        "out",
                        new RnnOutputLayer.Builder(new TokenLoss())
                                .nOut(VOCABULARY)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "block");
    }

    /** The same, where padding counts for nothing. */
    private static INDArray pairsOfPadded(int seed, int examples) {
        INDArray pairs = pairs(seed, examples);
        INDArray weights = pairs.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all());
        weights.muli(Parity.mask(seed, examples));
        return pairs;
    }

    /** Of each example two tokens, which count one half each. */
    private static INDArray few(int seed, int examples) {
        INDArray pairs = Nd4j.zeros(examples, 2, STEPS);
        Random random = new Random(seed);
        for (int example = 0; example < examples; example++) {
            for (int step : new int[] {example % 2, STEPS - 1}) {
                pairs.putScalar(example, 0, step, random.nextInt(VOCABULARY));
                pairs.putScalar(example, 1, step, 0.5);
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesTheLastStepAsDl4jDoes(boolean twice) {
        requireSame(lastStep(twice));
        requireSamePadded(lastStep(twice));
    }

    private static GraphBuilder lastStep(boolean twice) {
        GraphBuilder graph = graph(new Sgd(0.1), SEQUENCE)
                .addLayer("sequence", new LSTM.Builder().nOut(4).build(), "in")
                .addVertex("last", new LastStep(), "sequence");
        if (!twice) {
            return graph.addLayer("out", softmax(), "last");
        }
        return graph.addLayer(
                        "other",
                        new RecurrentLayer.Builder(CellKind.GRU)
                                .lastStep()
                                .nOut(4)
                                .build(),
                        "sequence")
                .addVertex("both", new ElementWiseVertex(ElementWiseVertex.Op.Add), "last", "other")
                .addLayer("out", softmax(), "both");
    }

    /** Numbers are read where they lie, in whatever order and type that is. */
    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void readsViewsAndOtherOrdersAsTheSameNumbers(DataType type) {
        INDArray features = Parity.numbers(1, 5, FEATURES, STEPS);
        INDArray view = Nd4j.zeros(type, 9, FEATURES, STEPS)
                .get(NDArrayIndex.interval(2, 7), NDArrayIndex.all(), NDArrayIndex.all());
        view.assign(features);
        INDArray expected = read(features);
        assertThat(read(features.dup('f').castTo(type))).isEqualTo(expected);
        assertThat(read(view)).isEqualTo(expected);
    }

    private static INDArray read(INDArray features) {
        FastGraph fast = new FastGraph(sequence(new LSTM.Builder().nOut(6).build(), PoolingType.AVG)
                .setOutputs("out")
                .build());
        fast.init();
        FastRecurrent.install(fast);
        fast.fit(new INDArray[] {features}, new INDArray[] {Parity.oneHot(1, 5)}, null, null);
        assertThat(fast.lastOutput()).isPresent();
        return fast.params().dup();
    }

    static INDArray tokens(int seed, int examples) {
        Random random = new Random(seed);
        INDArray tokens = Nd4j.create(examples, 1, STEPS);
        for (int i = 0; i < examples * STEPS; i++) {
            tokens.putScalar(i / STEPS, 0, i % STEPS, random.nextInt(VOCABULARY));
        }
        return tokens;
    }

    /** What comes next and how much it counts; the last step has nothing behind it. */
    static INDArray pairs(int seed, int examples) {
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
}
