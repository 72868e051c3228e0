package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.IMAGE;
import static io.layerloom.engine.kit.Parity.SEQUENCE;
import static io.layerloom.engine.kit.Parity.convolution;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Layers that training leaves as they are, in DL4J's own code and in programs. */
class FrozenTest {

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    /** A trunk with a normalization, frozen or not, and a head. */
    private static GraphBuilder images(IUpdater trunk, BatchNormalization normalization) {
        return graph(new Adam(0.01), IMAGE)
                .addLayer("conv", convolution(4).updater(trunk).build(), "in")
                .addLayer("norm", normalization, "conv")
                .addLayer("pool", new GlobalPoolingLayer(), "norm")
                .addLayer("out", softmax(), "pool");
    }

    private static BatchNormalization frozen(boolean fixed) {
        return new FrozenNormalization.Builder()
                .useLogStd(false)
                .lockGammaBeta(fixed)
                .updater(new Frozen())
                .build();
    }

    private static DenseLayer dense(IUpdater updater) {
        return new DenseLayer.Builder()
                .nOut(6)
                .activation(Activation.TANH)
                .updater(updater)
                .build();
    }

    @Test
    void aFrozenTrunkGivesTheSameByAProgram() {
        Parity.requireSame(images(new Frozen(), frozen(false)));
        Parity.requireSame(images(new Frozen(), frozen(true)));
    }

    /** What learns before a frozen layer hears of the loss through it. */
    @Test
    void whatLearnsBeforeAFrozenLayerGivesTheSameByAProgram() {
        Parity.requireSame(images(new Adam(0.01), frozen(false)));
        Parity.requireSame(images(new Nesterovs(0.01), frozen(true)));
        Parity.requireSame(graph(new Adam(0.01), Parity.VECTOR)
                .addLayer("first", dense(new Adam(0.01)), "in")
                .addLayer("middle", dense(new Frozen()), "first")
                .addLayer("out", softmax(), "middle"));
    }

    @Test
    void frozenRowsOfSequencesGiveTheSameByAProgram() {
        GraphBuilder graph = graph(new Adam(0.01), SEQUENCE)
                .addLayer(
                        "block",
                        new TransformerBlock.Builder(2)
                                .nOut(8)
                                .updater(new Frozen())
                                .build(),
                        "in")
                .addLayer("pool", new GlobalPoolingLayer(), "block")
                .addLayer("out", softmax(), "pool");
        Parity.requireSame(graph);
    }

    @Test
    void frozenWeightsAndAveragesStayBitForBit() {
        for (boolean bounded : new boolean[] {false, true}) {
            GraphBuilder graph = images(new Frozen(), frozen(false)).setOutputs("out");
            FastGraph fast = new FastGraph(graph.build());
            ComputationGraph plain = new ComputationGraph(graph.build());
            for (ComputationGraph net : new ComputationGraph[] {fast, plain}) {
                net.init();
                if (bounded) {
                    Arrays.stream(net.getLayers())
                            .filter(layer -> layer.numParams() > 0)
                            .map(layer -> (org.deeplearning4j.nn.conf.layers.BaseLayer)
                                    layer.conf().getLayer())
                            .forEach(settings -> {
                                settings.setGradientNormalization(
                                        org.deeplearning4j.nn.conf.GradientNormalization.ClipL2PerLayer);
                                settings.setGradientNormalizationThreshold(0.1);
                            });
                }
                INDArray[] before = {
                    net.getParam("conv_W").dup(),
                    net.getParam("conv_b").dup(),
                    net.getParam("norm_mean").dup(),
                    net.getParam("norm_var").dup(),
                    net.getParam("norm_gamma").dup(),
                    net.getParam("out_W").dup()
                };
                for (int step = 0; step < 5; step++) {
                    net.fit(new INDArray[] {numbers(step, 5, 3, 11, 8)}, new INDArray[] {oneHot(step, 5)});
                }
                String[] names = {"conv_W", "conv_b", "norm_mean", "norm_var", "norm_gamma"};
                for (int i = 0; i < names.length; i++) {
                    assertThat(net.getParam(names[i]).dup().data().asFloat())
                            .as(names[i])
                            .isEqualTo(before[i].data().asFloat());
                }
                assertThat(net.getParam("out_W")).isNotEqualTo(before[5]);
            }
        }
    }

    @Test
    void aFrozenNormalizationTrainsOnWhatItPredicts() {
        FastGraph net = new FastGraph(
                images(new Frozen(), frozen(false)).setOutputs("out").build());
        net.init();
        net.getParam("norm_mean").assign(0.3);
        net.getParam("norm_var").assign(2);
        INDArray features = numbers(1, 5, 3, 11, 8);
        INDArray labels = oneHot(1, 5);
        double loss = net.score(new org.nd4j.linalg.dataset.DataSet(features, labels), false);
        net.fit(new INDArray[] {features}, new INDArray[] {labels});
        assertThat(net.score()).isCloseTo(loss, org.assertj.core.api.Assertions.within(1e-5));
    }
}
