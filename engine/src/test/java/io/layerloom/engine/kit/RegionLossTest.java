package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The loss of both stages of Faster R-CNN, and what its numbers mean. */
class RegionLossTest {

    private static final IActivation AS_IT_IS = new ActivationIdentity();
    private static final double LOG_2 = Math.log(2);

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    /** One cell, one anchor as large as the picture, two classes, two regions: 5 numbers for the anchor, 10 for the regions, 14 for the head. */
    private static RegionLoss small() {
        return new RegionLoss(1, 1, 2, 2, 0.7, 0.3, 1, 1, 1);
    }

    @Test
    void an_anchor_on_its_object_costs_its_objectness_and_a_region_on_it_its_class() {
        double[] numbers = new double[29];
        region(numbers, 0, 0, 0, 1, 1);
        // Half of what the anchor's objectness costs, for there is no anchor without an object.
        assertThat(score(small(), numbers, box(1, 0, 0, 1, 1))).isCloseTo(LOG_2 / 2 + Math.log(3), within(1e-9));
        // The region is as high as the object, but begins a tenth of it later: 0.05 / 0.9 of its side, counted in
        // tenths.
        region(numbers, 0, 0.1, 0, 1, 1);
        double x = 0.05 / 0.9 / 0.1;
        double width = Math.log(1 / 0.9) / 0.2;
        assertThat(score(small(), numbers, box(1, 0, 0, 1, 1)))
                .isCloseTo(LOG_2 / 2 + Math.log(3) + (x * x + width * width) / 2, within(1e-9));
    }

    @Test
    void without_objects_all_learn_that_there_is_none() {
        double[] numbers = new double[29];
        region(numbers, 1, 0.2, 0.2, 0.9, 0.8);
        assertThat(score(small(), numbers, new double[5])).isCloseTo(LOG_2 + Math.log(3), within(1e-9));
    }

    /** An anchor that lies over an object by between 0.3 and 0.7, beside a better one, learns nothing; the better one does, though it does not reach 0.7 either. */
    @Test
    void the_best_anchor_of_an_object_learns_it_and_one_between_learns_nothing() {
        AnchorGrid grid = new AnchorGrid(1, 1, 1, 1, 1, 0.45);
        assertThat(RegionTargets.ofAnchors(grid, List.of(new Box(0, 0, 0.2, 1, 0.8)), 0.7, 0.3))
                .containsExactly(RegionTargets.ASIDE, 0);
        assertThat(RegionTargets.ofAnchors(grid, List.of(new Box(0, 0, 0, 0.5, 0.2)), 0.7, 0.3))
                .containsExactly(0, RegionTargets.NONE);
    }

    /** The second object lies a little better over the anchor that both overlap most, so the first one gets what is left. */
    @Test
    void no_object_loses_its_anchor_to_another() {
        AnchorGrid grid = new AnchorGrid(1, 1, 1, 1, 1, 0.45);
        List<Box> objects = List.of(new Box(0, 0, 0.1, 1, 0.87), new Box(1, 0, 0.1, 1, 0.9));
        assertThat(RegionTargets.ofAnchors(grid, objects, 0.95, 0.3)).containsExactly(1, 0);
        assertThat(RegionTargets.ofAnchors(grid, List.of(objects.get(1), objects.get(0)), 0.95, 0.3))
                .containsExactly(0, 1);
    }

    @Test
    void slopes_are_those_of_the_loss_and_none_go_to_the_regions() {
        RegionLoss loss = new RegionLoss(3, 2, 3, 4, 0.5, 0.3, 2, 1, 1.5, 0.6, 0.4);
        Random random = new Random(3);
        INDArray numbers = Nd4j.create(DataType.DOUBLE, 2, loss.size());
        for (long i = 0; i < numbers.length(); i++) {
            numbers.putScalar(i, 1.5 * random.nextGaussian());
        }
        int regions = 5 * 2 * 6;
        double[][] sides = {{0.1, 0.2, 0.15, 0}, {0.1, 0.5, 0.2, 0}, {0.6, 0.8, 0.5, 0}, {0.8, 0.9, 0.7, 0}};
        for (int picture = 0; picture < 2; picture++) {
            for (int i = 0; i < 16; i++) {
                numbers.putScalar(picture, regions + i, sides[i / 4][i % 4]);
            }
        }
        INDArray labels = Nd4j.createFromArray(
                new double[][] {{2, 0.1, 0.1, 0.5, 0.8, 0, 0.2, 0.5, 0.8, 0.9}, {1, 0.6, 0.3, 0.9, 0.6, 0, 0, 0, 0, 0}
                });
        INDArray slopes = loss.computeGradient(labels, numbers, AS_IT_IS, null);
        for (long i = 0; i < numbers.length(); i++) {
            long at = i % loss.size();
            if (at >= regions && at < regions + 20) {
                assertThat(slopes.getDouble(i)).isZero();
                continue;
            }
            double value = numbers.getDouble(i);
            numbers.putScalar(i, value + 1e-6);
            double above = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, value - 1e-6);
            double below = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, value);
            assertThat(slopes.getDouble(i)).as("number %d", i).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
        assertThat(loss.computeScoreArray(labels, numbers, AS_IT_IS, null)
                        .sumNumber()
                        .doubleValue())
                .isCloseTo(loss.computeScore(labels, numbers, AS_IT_IS, null, false), within(1e-9));
    }

    /** Two regions on one object: what both say is one object, and a place without a region says nothing. */
    @Test
    void numbers_are_read_as_objects() {
        double[] numbers = new double[5 + 15 + 21];
        RegionLoss loss = new RegionLoss(1, 1, 2, 3, 0.7, 0.3, 1, 1, 1);
        double[][] regions = {{0.2, 0.2, 0.6, 0.6}, {0.25, 0.2, 0.65, 0.6}};
        RegionGrid grid = new RegionGrid(new AnchorGrid(1, 1, 1, 1), 2, 3);
        for (int region = 0; region < 2; region++) {
            for (int side = 0; side < 4; side++) {
                numbers[5 + side * 3 + region] = regions[region][side];
            }
            numbers[grid.score(region, 2)] = 20 - 17 * region;
        }
        numbers[grid.offset(0, 0)] = 6;
        List<Detection> found = loss.objects(numbers);
        assertThat(found).first().satisfies(one -> {
            assertThat(one.confidence()).isCloseTo(1, within(1e-6));
            assertThat(one.box().kind()).isEqualTo(1);
            // Six tenths of a side further to the right.
            assertThat(new double[] {
                        one.box().left(),
                        one.box().top(),
                        one.box().right(),
                        one.box().bottom()
                    })
                    .containsExactly(new double[] {0.44, 0.2, 0.84, 0.6}, within(1e-9));
        });
        assertThat(found).filteredOn(one -> one.confidence() > 0.5).hasSize(2);
        numbers[grid.offset(0, 0)] = 0;
        assertThat(loss.objects(numbers))
                .filteredOn(one -> one.confidence() > 0.5)
                .hasSize(1);
    }

    @Test
    void numbers_of_another_size_are_refused() {
        assertThatThrownBy(() -> score(small(), new double[28], new double[5]))
                .hasMessageContaining("29 numbers for a picture are wanted");
        assertThatThrownBy(() -> new RegionLoss(1, 1, 0, 2, 0.7, 0.3, 1, 1, 1)).hasMessageContaining("one class");
    }

    @Test
    void a_program_learns_regions_as_dl4j_does() {
        Parity.requireSame(
                RegionsTest.regions(Parity.graph(new Sgd(0.05), Parity.IMAGE))
                        .addLayer(
                                "head",
                                new StepDense.Builder()
                                        .nOut(8)
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                "align")
                        .addVertex("row", new OneRow(), "said", "proposals", "head")
                        .addLayer(
                                "out",
                                new LossLayer.Builder(new RegionLoss(7, 4, 3, 3, 0.5, 0.3, 1, 2, 2, 3, 1.5))
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                "row"),
                1e-4,
                (seed, examples) -> Parity.numbers(seed, examples, 3, 11, 8),
                (seed, examples) -> {
                    Random random = new Random(seed);
                    INDArray labels = Nd4j.create(examples, 5);
                    for (int i = 0; i < examples; i++) {
                        double left = 0.5 * random.nextDouble();
                        labels.putRow(
                                i,
                                Nd4j.createFromArray(
                                        random.nextInt(3), (float) left, 0.2f, (float) (left + 0.45), 0.7f));
                    }
                    return labels;
                });
    }

    private static void region(double[] numbers, int region, double... sides) {
        for (int side = 0; side < sides.length; side++) {
            numbers[5 + 2 * side + region] = sides[side];
        }
    }

    private static double[] box(int kind, double left, double top, double right, double bottom) {
        return new double[] {kind, left, top, right, bottom};
    }

    private static double score(RegionLoss loss, double[] numbers, double[] labels) {
        return loss.computeScore(
                Nd4j.createFromArray(new double[][] {labels}),
                Nd4j.createFromArray(new double[][] {numbers}),
                AS_IT_IS,
                null,
                false);
    }
}
