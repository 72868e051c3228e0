package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** What optimizers keep from step to step. */
class UpdatesTest {

    /** After some eight hundred steps without slopes a mean would be subnormal, and training ten times as slow. */
    @Test
    void meansOfSlopesThatStayAwayDoNotBecomeSubnormal() {
        FastGraph net = new FastGraph(graph(new Adam(0.01), Parity.VECTOR)
                .addLayer("dense", new DenseLayer.Builder().nOut(4).build(), "in")
                .addLayer("out", softmax(), "dense")
                .setOutputs("out")
                .build());
        net.init();
        INDArray nothing = Nd4j.zeros(5, 7);
        for (int step = 0; step < 1_500; step++) {
            INDArray features = step < 5 ? numbers(step, 5, 7) : nothing;
            net.fit(new INDArray[] {features}, new INDArray[] {oneHot(step % 5, 5)});
        }
        assertThat(net.lastOutput()).as("computed by a program").isPresent();
        float[] kept = net.getUpdater().getStateViewArray().dup().data().asFloat();
        for (float mean : kept) {
            assertThat(mean == 0 || Math.abs(mean) >= Float.MIN_NORMAL)
                    .as("%s is normal", mean)
                    .isTrue();
        }
    }
}
