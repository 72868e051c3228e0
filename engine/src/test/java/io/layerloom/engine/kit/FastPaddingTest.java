package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.FastSequencesTest.pairs;
import static io.layerloom.engine.kit.FastSequencesTest.tokens;
import static io.layerloom.engine.kit.FastSequencesTest.writer;
import static io.layerloom.engine.kit.Parity.FEATURES;
import static io.layerloom.engine.kit.Parity.SEQUENCE;
import static io.layerloom.engine.kit.Parity.STEPS;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.requireNear;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Which padded mini-batches a program computes, and which it leaves to DL4J, and why. */
class FastPaddingTest {

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    /** Texts that fill their steps come with masks all the same. */
    @Test
    void computesSomeMiniBatchesWithPaddingAndSomeWithout() {
        FastGraph fast = new FastGraph(writer().setOutputs("out").build());
        FastGraph without = new FastGraph(writer().setOutputs("out").build());
        ComputationGraph plain = new ComputationGraph(writer().setOutputs("out").build());
        Stream.of(fast, without, plain).forEach(ComputationGraph::init);
        INDArray[] features = {tokens(1, 5)};
        INDArray[] labels = {pairs(1, 5)};
        INDArray all = Nd4j.ones(5, STEPS);
        INDArray some = Nd4j.ones(5, STEPS);
        some.putScalar(2, STEPS - 1, 0);
        for (INDArray mask : List.of(all, some, all)) {
            fast.fit(features, labels, new INDArray[] {mask}, null);
            plain.fit(features, labels, new INDArray[] {mask}, null);
            assertThat(fast.lastOutput().isPresent()).isTrue();
            requireNear(fast.params(), plain.params(), 1e-5);
        }
        without.fit(features, labels);
        assertThat(without.lastOutput()).isPresent();
    }

    /** Whichever comes first: a sequence that was made of a vector has no padding. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesToDl4jWhatIsPaddedInDifferentWays(boolean paddedFirst) {
        GraphBuilder graph = graph(new Sgd(0.1), SEQUENCE)
                .addLayer("sequence", new LSTM.Builder().nOut(FEATURES).build(), "in")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "sequence")
                .addLayer(
                        "vector",
                        new DenseLayer.Builder().nOut(FEATURES * STEPS).build(),
                        "pool")
                .addVertex("unfolded", new Reshape(FEATURES, STEPS), "vector")
                .addVertex(
                        "both",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        paddedFirst ? "sequence" : "unfolded",
                        paddedFirst ? "unfolded" : "sequence")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "both")
                .addLayer("out", softmax(), "mean");
        requireLeft(graph, Parity.mask(3, 5), "The sequences are padded, and both has no kernel that heeds it.");
    }

    @Test
    void leavesToDl4jWhatNoKernelHeeds() {
        GraphBuilder merging = graph(new Sgd(0.1), SEQUENCE)
                .addLayer("one", new LSTM.Builder().nOut(3).build(), "in")
                .addLayer("other", new LSTM.Builder().nOut(3).build(), "in")
                .addVertex("merged", new MergeVertex(), "one", "other")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "merged")
                .addLayer("out", softmax(), "pool");
        requireLeft(merging, Parity.mask(3, 5), "The sequences are padded, and merged has no kernel that heeds it.");
    }

    /** Trains by DL4J's own code, and says why. */
    private static void requireLeft(GraphBuilder graph, INDArray mask, String reason) {
        FastGraph fast = new FastGraph(graph.setOutputs("out").build());
        ComputationGraph plain = new ComputationGraph(graph.setOutputs("out").build());
        fast.init();
        plain.init();
        // DL4J's own LSTM does not give zeros where something is padding.
        FastRecurrent.install(fast);
        FastRecurrent.install(plain);
        INDArray[] features = {Parity.numbers(1, 5, FEATURES, STEPS)};
        INDArray[] labels = {Parity.oneHot(1, 5)};
        INDArray[] masks = {mask};
        assertThat(fast.whyLeft(new MultiDataSet(features, labels, masks, null)))
                .contains(reason);
        assertThat(fast.whyLeft(new MultiDataSet(features, labels))).isEmpty();
        fast.fit(features, labels, masks, null);
        plain.fit(features, labels, masks, null);
        requireNear(fast.params(), plain.params(), 1e-5);
    }

    @Test
    void saysWhyMasksCannotBeHeeded() {
        FastGraph fast = new FastGraph(writer().setOutputs("out").build());
        fast.init();
        INDArray[] features = {tokens(1, 5)};
        INDArray[] labels = {pairs(1, 5)};
        INDArray wide = Nd4j.zeros(5, STEPS + 1);
        INDArray[] some = {Parity.mask(3, 5)};
        assertThat(fast.whyLeft(new MultiDataSet(features, labels, new INDArray[] {wide}, null)))
                .contains("The masks of the mini-batches do not have the steps of the sequences.");
        assertThat(fast.whyLeft(new MultiDataSet(features, labels, null, some)))
                .contains("The labels of the mini-batches have masks.");
    }
}
