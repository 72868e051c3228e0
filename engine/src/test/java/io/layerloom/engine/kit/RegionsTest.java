package io.layerloom.engine.kit;

import static io.layerloom.engine.kit.Parity.convolution;
import static io.layerloom.engine.kit.Parity.graph;
import static io.layerloom.engine.kit.Parity.numbers;
import static io.layerloom.engine.kit.Parity.requireSame;
import static io.layerloom.engine.kit.Parity.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/** Where objects may be, and what a feature map says there. */
class RegionsTest {

    private static final long[] MAP = {1, 4, 6};

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    /** A map that grows by 1 from column to column and by 10 from row to row is known everywhere between. */
    @Test
    void a_bin_is_what_the_map_says_at_its_middle() {
        double[] map = new double[24];
        for (int cell = 0; cell < map.length; cell++) {
            map[cell] = cell % 6 + 10 * (cell / 6);
        }
        double[] box = {1.0 / 6, 0.25, 5.0 / 6, 0.75};
        double[] out = new RoiAlign(2, 2).result(new double[][] {map, box}, new long[][] {MAP, {4, 1}});
        // Columns 1 to 5 and rows 1 to 3, counted from the border; the middles of cells are half a cell in.
        assertThat(out).containsExactly(new double[] {1.5 + 10, 3.5 + 10, 1.5 + 20, 3.5 + 20}, within(1e-12));
    }

    @Test
    void beyond_the_border_a_map_goes_on_as_it_ends_and_a_box_without_area_gives_zeros() {
        double[] map = new double[24];
        Arrays.fill(map, 7);
        double[] boxes = {-0.5, 0.3, -0.5, 0.3, 1.5, 0.3, 1.5, 0.3};
        double[] out = new RoiAlign(1, 3).result(new double[][] {map, boxes}, new long[][] {MAP, {4, 2}});
        assertThat(out).containsExactly(new double[] {7, 0}, within(1e-12));
    }

    /** What is linear in the map goes back as it came: ⟨f(map), g⟩ = ⟨map, back(g)⟩. */
    @Test
    void slopes_go_back_to_the_map_and_not_to_the_boxes() {
        RoiAlign align = new RoiAlign(3, 2);
        long[][] sizes = {{2, 4, 6}, {5, 3}};
        double[] map = random(1, 48);
        double[] boxes = {0, 0.31, 0.2, 0.1, 0.4, 0.7, 0.5, 0.93, 1, 0.8, 0.6, 1, 0, 0, 0};
        double[] slopes = random(2, 2 * 9 * 3);
        double[][] back = {new double[48], new double[15]};
        align.back(new double[][] {map, boxes}, sizes, slopes, back);
        assertThat(product(map, back[0]))
                .isCloseTo(product(align.result(new double[][] {map, boxes}, sizes), slopes), within(1e-9))
                .isNotZero();
        assertThat(back[1]).containsOnly(0);
    }

    /** One row of three cells, anchors of one cell: the last is surest, the middle one lies over it by its offset, and the first reaches beyond the picture. */
    @Test
    void of_boxes_that_overlap_the_surest_stays_and_all_lie_on_the_picture() {
        double[] numbers = new double[15];
        System.arraycopy(new double[] {-1, 1, 2}, 0, numbers, 0, 3);
        numbers[3 + 1] = 0.9;
        numbers[9] = Math.log(2);
        long[][] sizes = {{5, 1, 3}};
        double[] out = new RegionProposals(3, 0.5, 1, 1).result(new double[][] {numbers}, sizes);
        assertThat(out)
                .containsExactly(
                        new double[] {
                            2 / 3.0, 0, 0, 0, 0, 0, 1, 0.5, 0, 1, 1, 0, Likelihood.sigmoid(2), Likelihood.sigmoid(-1), 0
                        },
                        within(1e-9));
        double[] all = new RegionProposals(2, 1, 1, 1).result(new double[][] {numbers}, sizes);
        assertThat(all[8]).isEqualTo(Likelihood.sigmoid(2));
        assertThat(all[9]).isEqualTo(Likelihood.sigmoid(1));
    }

    @Test
    void offsets_lead_from_one_box_to_another_and_back() {
        Box from = new Box(0, 0.2, 0.3, 0.6, 0.5);
        Box to = new Box(0, 0.1, 0.35, 0.4, 0.9);
        Box there = BoxOffsets.box(BoxOffsets.of(to, from), from);
        assertThat(new double[] {there.left(), there.top(), there.right(), there.bottom()})
                .containsExactly(new double[] {0.1, 0.35, 0.4, 0.9}, within(1e-12));
        assertThatThrownBy(() -> BoxOffsets.of(to, new Box(0, 0.3, 0.3, 0.3, 0.3)))
                .hasMessageContaining("Boxes without area");
    }

    @Test
    void settings_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new RegionProposals(0, 0.5, 1, 1)).hasMessageContaining("At least one box");
        assertThatThrownBy(() -> new RegionProposals(1, 0.5, 1)).hasMessageContaining("pairs of a width and a height");
        assertThatThrownBy(() -> new RoiAlign(0, 2)).hasMessageContaining("Received: 0 and 2");
    }

    @Test
    void a_program_computes_regions_as_dl4j_does() {
        requireSame(
                regions(graph(new Sgd(0.05), Parity.IMAGE))
                        .addLayer(
                                "dense",
                                new StepDense.Builder()
                                        .nOut(4)
                                        .activation(Activation.TANH)
                                        .build(),
                                "align")
                        .addVertex("row", new Reshape(12), "dense")
                        .addLayer("out", softmax(), "row"),
                1e-4,
                (seed, examples) -> numbers(seed, examples, 3, 11, 8),
                Parity::oneHot);
    }

    /** Features, boxes on them, and what they say there. */
    static GraphBuilder regions(GraphBuilder graph) {
        return graph.addLayer("features", convolution(4).build(), "in")
                .addLayer(
                        "said",
                        convolution(10)
                                .kernelSize(1, 1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "features")
                .addVertex("proposals", new RegionProposals(3, 0.6, 2, 2, 3, 1.5), "said")
                .addVertex("align", new RoiAlign(2, 2), "features", "proposals");
    }

    private static double[] random(int seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count, -1, 1).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
