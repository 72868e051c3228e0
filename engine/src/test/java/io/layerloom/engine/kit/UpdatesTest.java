package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.oneHot;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** What optimizers keep from step to step. */
class UpdatesTest {

    @Property
    void meansThatMatterStayAsTheyAre(@ForAll float bits) {
        float mean = Math.abs(bits) < 4e-18f ? Math.copySign(4e-18f * (1 + Math.abs(bits)), bits) : bits;
        assertThat(Updates.settledMean(mean)).isEqualTo(mean);
        float square = Math.max(4e-23f, Math.abs(bits));
        assertThat(Updates.settledSquare(square)).isEqualTo(square);
    }

    @Property
    void smallerOnesBecomeNormalOrZero(@ForAll @FloatRange(min = 0, max = 0.99f) float part, @ForAll boolean negative) {
        for (float size = 4e-18f; size > 0; size /= 7) {
            float mean = part * (negative ? -size : size);
            assertNormal(Updates.settledMean(mean));
            assertThat(Updates.settledMean(mean)).isCloseTo(mean, within(Math.max(2e-32f, 2 * Math.ulp(mean))));
            assertNormal(Updates.settledSquare(Math.abs(mean)));
        }
    }

    private static void assertNormal(float number) {
        assertThat(number == 0 || Math.abs(number) >= Float.MIN_NORMAL)
                .as("%s is normal", number)
                .isTrue();
    }

    /** After some eight hundred steps without slopes a mean would be subnormal, and training ten times as slow. */
    @Example
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
            assertNormal(mean);
        }
    }
}
