package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Footprint;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What training holds of layers whose largest arrays are not their results. */
class FootprintTest {

    private static Footprint of(LayerType type, Values values, Shape... in) {
        Shape out = ((io.layerloom.graph.Inferred.Ok) type.infer(values, List.of(in))).shape();
        return type.footprint().of(values, List.of(in), out);
    }

    @Test
    void theVotesOfCapsulesAreTheLargest() {
        // The paper's network: 1,152 capsules of 8 numbers vote for 10 of 16.
        assertThat(of(CapsuleLayer.TYPE, Values.EMPTY, new Shape.Sequence(1152, 8)))
                .isEqualTo(new Footprint(160, 0, 1152 * 160 + 3 * 1152 * 8, 1152 * 160));
    }

    @Test
    void theWindowsOfEachPlaceAreTheLargest() {
        // 26·26 places, each of which sees 3·3 pixels of 8 channels.
        Values four = Values.EMPTY.with(LocallyConnected2d.FILTERS, 4);
        assertThat(of(LocallyConnected2d.TYPE, four, new Shape.Image(28, 28, 8)))
                .isEqualTo(new Footprint(26 * 26 * 4, 0, 4L * 26 * 26 * 72, 26 * 26 * 72));
        assertThat(of(LocallyConnected1d.TYPE, four.with(Conv1d.KERNEL, 3), new Shape.Sequence(24, 8)))
                .isEqualTo(new Footprint(22 * 4, 0, 4L * 22 * 24, 22 * 24));
    }

    @Test
    void mapsOfAttentionGrowWithTheSquareOfTheSteps() {
        Shape in = new Shape.Sequence(512, 16);
        Footprint plain = of(SelfAttention.TYPE, Values.EMPTY, in);
        assertThat(plain.largest()).isEqualTo(4 * 512 * 512);
        assertThat(plain.noted()).isEqualTo(4 * 512 * 512);
        assertThat(of(SelfAttention.TYPE, Values.EMPTY.with(Attention.ATTENTION_DROPOUT, 0.1), in)
                        .noted())
                .isEqualTo(2 * plain.noted());
        assertThat(of(AdditiveAttention.TYPE, Values.EMPTY, in, in).largest()).isEqualTo(512 * 512);
    }
}
