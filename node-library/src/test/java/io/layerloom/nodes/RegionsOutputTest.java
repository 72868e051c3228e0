package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the layers of Faster R-CNN say where they do not fit together, and the ways out. */
class RegionsOutputTest {

    private static final Shape MAP = new Shape.Image(8, 8, 15);
    private static final Shape REGIONS = new Shape.Sequence(32, 5);
    private static final Shape HEAD = new Shape.Sequence(32, 8);

    @Test
    void proposals_ask_for_five_channels_for_each_anchor() {
        Inferred.Bad bad = bad(RegionProposals.TYPE, Values.EMPTY, new Shape.Image(8, 8, 10));
        assertThat(bad.message())
                .isEqualTo("3 anchors need 3 · 5 = 15 channels, an objectness and four offsets each, but 10 come in.");
        assertThat(bad.proposals())
                .extracting(Inferred.Proposal::label)
                .containsExactly("Let 15 channels come in", "Use 2 anchors");
    }

    @Test
    void regions_are_cut_out_of_a_map_by_boxes() {
        assertThat(RoiAlign.TYPE.infer(Values.EMPTY, List.of(new Shape.Image(8, 6, 32), REGIONS)))
                .isEqualTo(Inferred.ok(new Shape.Sequence(32, 32 * 49)));
        assertThat(bad(RoiAlign.TYPE, Values.EMPTY, REGIONS, MAP).message())
                .startsWith("RoI align needs a feature map by its first wire and a sequence of boxes by its second");
        assertThat(bad(RoiAlign.TYPE, Values.EMPTY, MAP, new Shape.Sequence(4, 3))
                        .message())
                .isEqualTo(
                        "A box has 4 sides, left, top, right and bottom, but each step by the second wire has 3 features.");
    }

    @Test
    void a_head_says_as_many_numbers_as_classes_need() {
        assertThat(RegionsOutput.TYPE.infer(Values.EMPTY, List.of(MAP, REGIONS, HEAD)))
                .isEqualTo(Inferred.ok(new Shape.Vector(64 * 15 + 32 * 5 + 32 * 8)));
        Inferred.Bad narrow = bad(RegionsOutput.TYPE, Values.EMPTY, MAP, REGIONS, new Shape.Sequence(32, 7));
        assertThat(narrow.message())
                .isEqualTo(
                        "For 3 classes the head must say 1 + 3 + 4 = 8 numbers of each region, but the third wire brings 7.");
        assertThat(narrow.proposals())
                .extracting(Inferred.Proposal::label)
                .containsExactly("Let the head say 8 numbers of each region", "Tell 2 classes apart");
        Values two = narrow.proposals().get(1).applyTo(Values.EMPTY);
        assertThat(RegionsOutput.TYPE.infer(two, List.of(MAP, REGIONS, new Shape.Sequence(32, 7))))
                .isInstanceOf(Inferred.Ok.class);
        assertThat(bad(RegionsOutput.TYPE, Values.EMPTY, MAP, REGIONS, new Shape.Sequence(16, 8))
                        .message())
                .isEqualTo(
                        "The head must say something of each of 32 regions, but the third wire brings 16 steps. Let the head read what RoI align gives of these regions, or change how many there are.");
    }

    @Test
    void wires_in_another_order_and_overlaps_that_contradict_each_other_are_refused() {
        assertThat(bad(RegionsOutput.TYPE, Values.EMPTY, REGIONS, MAP, HEAD).message())
                .startsWith("Regions output needs the map of Region proposals by its first wire");
        assertThat(bad(RegionsOutput.TYPE, Values.EMPTY, MAP, HEAD, REGIONS).message())
                .isEqualTo(
                        "A region has 5 numbers, as Region proposals gives them, but the second wire brings 8. Wire Region proposals to it.");
        Inferred.Bad crossed = bad(RegionsOutput.TYPE, Values.EMPTY.with(RegionsOutput.LEAST, 0.2), MAP, REGIONS, HEAD);
        assertThat(crossed.message())
                .isEqualTo("An anchor cannot hold no object below an overlap of 0.3 and hold one from 0.2 on.");
        assertThat(crossed.proposals()).extracting(Inferred.Proposal::label).containsExactly("Use 0.2 for both");
    }

    private static Inferred.Bad bad(LayerType type, Values values, Shape... in) {
        return (Inferred.Bad) type.infer(values, List.of(in));
    }
}
