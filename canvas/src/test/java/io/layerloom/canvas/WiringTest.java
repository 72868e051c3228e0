package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import org.junit.jupiter.api.Test;

class WiringTest {

    private final Document document = TestCatalog.digits();
    private final Wiring wiring =
            new Wiring(document.graph(), TestCatalog.CATALOG, Inference.of(document.graph(), TestCatalog.CATALOG));

    private Wiring.Verdict verdict(String from, String to) {
        return wiring.of(new Wire(new NodeId(from), new NodeId(to), 0));
    }

    @Test
    void whatFitsFits() {
        assertThat(verdict("n1", "n4")).isEqualTo(new Wiring.Verdict.Fits());
    }

    @Test
    void numbersThatDoNotFitAreToldButPossible() {
        assertThat(verdict("n5", "n9")).isEqualTo(new Wiring.Verdict.Misfits("A 7×7 kernel does not fit a 5×5 input."));
        assertThat(verdict("n5", "n9").possible()).isTrue();
    }

    @Test
    void cyclesAndWrongKindsAreRefusedWithAReason() {
        assertThat(verdict("n5", "n2"))
                .isEqualTo(
                        new Wiring.Verdict.Refused("This would close a cycle: conv2d_1 already leads to maxpool2d_2."));
        assertThat(verdict("n2", "n2")).isEqualTo(new Wiring.Verdict.Refused("A layer cannot feed itself."));
        assertThat(verdict("n7", "n9"))
                .isEqualTo(new Wiring.Verdict.Refused("Convolution 2D needs an image, but gets a vector of 64."));
        assertThat(verdict("n7", "n1"))
                .isEqualTo(new Wiring.Verdict.Refused("Input is where data enters; it takes no wire."));
        assertThat(verdict("n8", "n7"))
                .isEqualTo(new Wiring.Verdict.Refused("Output ends the network; nothing comes after it."));
    }

    @Test
    void aGoBetweenIsFoundWhereKindsDiffer() {
        assertThat(verdict("n1", "n7")).isEqualTo(new Wiring.Verdict.Adapts(TestCatalog.FLATTEN));
    }

    @Test
    void onlyLayersThatFitAreOfferedBehindOrBetween() {
        NodeId pool = new NodeId("n5");
        assertThat(wiring.follow(TestCatalog.FLATTEN, pool)).hasValue(Offer.of(TestCatalog.FLATTEN));
        assertThat(wiring.follow(TestCatalog.ADD, pool)).hasValue(Offer.of(TestCatalog.ADD));
        assertThat(wiring.follow(TestCatalog.DENSE, pool))
                .hasValue(Offer.of(TestCatalog.DENSE).through(TestCatalog.FLATTEN));
        assertThat(wiring.follow(TestCatalog.INPUT, pool)).isEmpty();
        Wire images = new Wire(new NodeId("n1"), new NodeId("n2"), 0);
        assertThat(wiring.canSplit(TestCatalog.POOL, images)).isTrue();
        assertThat(wiring.canSplit(TestCatalog.FLATTEN, images)).isFalse();
        assertThat(wiring.canSplit(TestCatalog.OUTPUT, images)).isFalse();
    }
}
