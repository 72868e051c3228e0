package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class CentreLossOutputTest {

    private static final INDArray FEATURES = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final INDArray LABELS = Nd4j.createFromArray(new float[][] {{0}, {0}, {1}});

    /** A network that is nothing but the output, with weights of zero that do not learn. */
    private static FastGraph network() {
        FastGraph net = new FastGraph(new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(2))
                .addLayer(
                        "out",
                        new CentreLossOutput.Builder(0.2, 0.5)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .weightInit(WeightInit.ZERO)
                                .build(),
                        "in")
                .setOutputs("out")
                .build());
        net.init();
        return net;
    }

    private static void learn(FastGraph net) {
        net.fit(new INDArray[] {FEATURES}, new INDArray[] {LABELS}, null, null);
    }

    @Test
    void centresFollowTheExamplesOfTheirClassWhateverTheSizeOfTheMiniBatch() {
        FastGraph net = network();
        learn(net);
        // Half of (1 + 3, 2 + 4) ÷ (1 + 2), and half of (5, 6) ÷ (1 + 1).
        assertThat(net.getParam("out_centres").dup('c').data().asFloat())
                .containsExactly(new float[] {2f / 3, 1, 1.25f, 1.5f}, within(1e-6f));
    }

    @Test
    void theDistanceToTheCentreCountsBesideTheCrossEntropy() {
        FastGraph net = network();
        learn(net);
        // All centres are at zero: 0.1 · (5 + 25 + 61) ÷ 3 beside the logarithm of 2.
        assertThat(net.score()).isEqualTo(Math.log(2) + 0.1 * 91 / 3, within(1e-5));
    }

    /** What is measured on examples beside the training. */
    @Test
    void theHeadAloneHasTheSameLoss() {
        FastGraph net = network();
        learn(net);
        double expected = net.score(new MultiDataSet(FEATURES, LABELS), false) * FEATURES.size(0);
        assertThat(Head.of(net).get(0).loss(LABELS, FEATURES)).isEqualTo(expected, within(1e-5));
    }
}
