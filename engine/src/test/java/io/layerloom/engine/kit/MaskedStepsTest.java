package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A sequence with masked steps must be to a network what the sequence without them is. */
class MaskedStepsTest {

    private static final Offset<Float> NEAR = within(1e-6f);
    private static final INDArray LABELS = Nd4j.createFromArray(new float[][] {{1, 0}});

    /** Two features at two steps. */
    private static final float[] SHORT = {0.5f, -0.3f, 0.8f, 0.4f};

    /** The same, then two steps of −1. */
    private static final float[] FILLED = {0.5f, -0.3f, -1, -1, 0.8f, 0.4f, -1, -1};

    /** The same with the steps of −1 before and between. */
    private static final float[] WITH_GAPS = {-1, 0.5f, -1, -0.3f, -1, 0.8f, -1, 0.4f};

    /** A vector is laid out as steps, as tables are, and read by an LSTM in either direction. */
    private static FastGraph network(int steps, boolean reversed) {
        var graph = new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(2L * steps))
                .addVertex("steps", new Reshape(2, steps), "in")
                .addVertex("masked", new MaskedSteps(-1), "steps");
        if (reversed) {
            graph.addVertex("reversed", new ReverseSteps(), "masked");
        }
        graph.addLayer("lstm", new LSTM.Builder().nOut(3).build(), reversed ? "reversed" : "masked")
                .addVertex("last", new LastStep(), "lstm")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "last")
                .setOutputs("out");
        FastGraph net = new FastGraph(graph.build());
        net.init();
        FastRecurrent.install(net);
        return net;
    }

    private static float[] predicted(FastGraph net, float[] sequence) {
        return net.predict(Nd4j.createFromArray(new float[][] {sequence}));
    }

    private static float[] learned(FastGraph net, float[] sequence) {
        net.fit(new INDArray[] {Nd4j.createFromArray(new float[][] {sequence})}, new INDArray[] {LABELS}, null, null);
        return net.params().dup('c').data().asFloat();
    }

    @Test
    void stepsThatFillUpAreSkipped() {
        assertThat(predicted(network(4, false), FILLED)).containsExactly(predicted(network(2, false), SHORT), NEAR);
        assertThat(learned(network(4, false), FILLED)).containsExactly(learned(network(2, false), SHORT), NEAR);
    }

    @Test
    void gapsAreSkipped() {
        assertThat(predicted(network(4, false), WITH_GAPS)).containsExactly(predicted(network(2, false), SHORT), NEAR);
        assertThat(learned(network(4, false), WITH_GAPS)).containsExactly(learned(network(2, false), SHORT), NEAR);
    }

    @Test
    void reversedTooTheyAreSkipped() {
        assertThat(predicted(network(4, true), FILLED)).containsExactly(predicted(network(2, true), SHORT), NEAR);
        assertThat(predicted(network(4, true), WITH_GAPS)).containsExactly(predicted(network(2, true), SHORT), NEAR);
    }
}
