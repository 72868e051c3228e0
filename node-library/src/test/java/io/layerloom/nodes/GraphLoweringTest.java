package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Network;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

class GraphLoweringTest {

    @Test
    void theDigitPerceptronHasItsKnownSize() {
        assertThat(parameters(Samples.MNIST_MLP.lower())).isEqualTo(101_770);
    }

    @Test
    void theDigitConvolutionHasItsKnownSize() {
        assertThat(parameters(Samples.MNIST_CNN.lower())).isEqualTo(121_930);
    }

    private static long parameters(Network network) {
        ComputationGraph graph =
                new ComputationGraph((ComputationGraphConfiguration) Evaluator.evaluate(network.configuration()));
        graph.init();
        assertThat(network.parameters()).isEqualTo(graph.numParams());
        return graph.numParams();
    }
}
