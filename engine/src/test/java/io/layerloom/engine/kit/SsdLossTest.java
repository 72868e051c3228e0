package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
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

/** The loss of a single shot detector, its boxes, and what its numbers mean. */
class SsdLossTest {

    private static final IActivation AS_IT_IS = new ActivationIdentity();

    @AfterEach
    void asBefore() {
        Parity.asBefore();
    }

    /** Two maps: 2×3 cells with a ratio of 2, and one cell with none. 26 boxes, 2 classes, 7 numbers each. */
    private static SsdLoss two(double negatives) {
        return new SsdLoss(2, 0.5, negatives, new DefaultBoxes(2, 3, 0.3, 0.6, 2), new DefaultBoxes(1, 1, 0.6, 0.9));
    }

    /** Scale 0.2 and 0.45 behind it: squares of 0.2 and √0.09 = 0.3, and 0.2 · √2 by 0.2 ÷ √2, lying and standing. The cell of a grid of 2×2 at the lower left has its middle at (0.25, 0.75). */
    @Test
    void default_boxes_are_those_of_the_paper() {
        DefaultBoxes boxes = new DefaultBoxes(2, 2, 0.2, 0.45, 2);
        assertThat(boxes.places()).isEqualTo(16);
        requireSides(boxes.box(2), 0.15, 0.65, 0.35, 0.85);
        requireSides(boxes.box(6), 0.1, 0.6, 0.4, 0.9);
        double longer = 0.1 * Math.sqrt(2);
        double shorter = 0.1 / Math.sqrt(2);
        requireSides(boxes.box(10), 0.25 - longer, 0.75 - shorter, 0.25 + longer, 0.75 + shorter);
        requireSides(boxes.box(14), 0.25 - shorter, 0.75 - longer, 0.25 + shorter, 0.75 + longer);
        assertThatThrownBy(() -> new DefaultBoxes(2, 2, 0.2, 0.45, 1)).hasMessageContaining("ratios above 1");
    }

    /** SSD300 has 38·38·4 + 19·19·6 + 10·10·6 + 5·5·6 + 3·3·4 + 4 = 8,732 boxes, as the paper says. */
    @Test
    void the_network_of_the_paper_has_as_many_boxes_as_it_says() {
        SsdGrid grid = new SsdGrid(
                20,
                new DefaultBoxes(38, 38, 0.1, 0.2, 2),
                new DefaultBoxes(19, 19, 0.2, 0.375, 2, 3),
                new DefaultBoxes(10, 10, 0.375, 0.55, 2, 3),
                new DefaultBoxes(5, 5, 0.55, 0.725, 2, 3),
                new DefaultBoxes(3, 3, 0.725, 0.9, 2),
                new DefaultBoxes(1, 1, 0.9, 1.075, 2));
        assertThat(grid.places()).isEqualTo(8732);
        assertThat(grid.boxes()).hasSize(8732);
        assertThat(grid.size()).isEqualTo(8732 * 25);
    }

    /** Both objects lie best on box 0. The first does so more and gets it; the second gets box 2, though the first overlaps that more. Box 1 overlaps the first by more than a half, box 3 none by so much. */
    @Test
    void each_object_has_a_box_of_its_own_and_boxes_learn_what_they_overlap_by_a_half() {
        List<Box> boxes = List.of(
                new Box(0, 0, 0, 0.4, 0.4),
                new Box(0, 0, 0, 0.4, 0.6),
                new Box(0, 0, 0, 0.4, 0.3),
                new Box(0, 0.2, 0, 0.8, 0.4));
        List<Box> objects = List.of(new Box(1, 0, 0, 0.4, 0.38), new Box(0, 0.05, 0, 0.45, 0.4));
        assertThat(SsdTargets.of(boxes, objects)).containsExactly(0, 0, 1, SsdTargets.NONE);
        assertThat(SsdTargets.of(boxes, List.of()))
                .containsOnly(SsdTargets.NONE)
                .hasSize(4);
        assertThat(SsdTargets.of(boxes, List.of(new Box(0, 0.45, 0.65, 0.6, 0.8))))
                .containsOnly(SsdTargets.NONE);
    }

    /** One cell, squares of 0.5 and √(0.5 · 0.98) = 0.7. The object lies on the smaller, so both learn it (0.25 ÷ 0.49 > 0.5): a cross-entropy of even chances each, and the larger is off by ln(5 ÷ 7) of its sides, in fifths. */
    @Test
    void numbers_of_the_loss_are_those_reckoned_by_hand() {
        SsdLoss loss = new SsdLoss(2, 3, 3, new DefaultBoxes(1, 1, 0.5, 0.98));
        double error = Math.log(0.7 / 0.5) / 0.2;
        assertThat(score(loss, new double[14], 1, 0.25, 0.25, 0.75, 0.75))
                .isCloseTo(Math.log(3) + 3 * 2 * (error - 0.5) / 2, within(1e-9));
    }

    @Test
    void a_picture_without_objects_costs_nothing() {
        assertThat(score(two(3), new Random(1).doubles(182).toArray(), 0, 0, 0, 0, 0))
                .isZero();
    }

    /** A second way to the loss: all pairs looked up in plain lists, negatives by sorting losses. */
    @Test
    void the_loss_is_that_of_a_second_implementation() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            double negatives = round % 4;
            double[] numbers = random.doubles(182, -2, 2).toArray();
            Box object = new Box(round % 2, 0.1, 0.2, 0.5 + 0.02 * round, 0.7);
            assertThat(score(
                            two(negatives),
                            numbers,
                            object.kind(),
                            object.left(),
                            object.top(),
                            object.right(),
                            object.bottom()))
                    .isCloseTo(again(numbers, object, negatives), within(1e-9));
        }
    }

    private static double again(double[] numbers, Box object, double negatives) {
        List<double[]> rows = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        DefaultBoxes[] maps = two(3).getMaps();
        int at = 0;
        for (DefaultBoxes map : maps) {
            int cells = map.getHeight() * map.getWidth();
            int forms = map.places() / cells;
            for (int form = 0; form < forms; form++) {
                for (int cell = 0; cell < cells; cell++) {
                    double[] row = new double[7];
                    for (int part = 0; part < 7; part++) {
                        row[part] = numbers[at + (form * 7 + part) * cells + cell];
                    }
                    rows.add(row);
                    boxes.add(map.box(form * cells + cell));
                }
            }
            at += forms * 7 * cells;
        }
        int best = 0;
        for (int i = 1; i < boxes.size(); i++) {
            best = boxes.get(i).overlap(object) > boxes.get(best).overlap(object) ? i : best;
        }
        double loss = 0;
        int matched = 0;
        List<Double> empty = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            double[] row = rows.get(i);
            double all = Math.log(Math.exp(row[0]) + Math.exp(row[1]) + Math.exp(row[2]));
            if (i != best && boxes.get(i).overlap(object) <= 0.5) {
                empty.add(all - row[0]);
                continue;
            }
            matched++;
            loss += all - row[1 + object.kind()];
            Box box = boxes.get(i);
            double wide = box.right() - box.left();
            double high = box.bottom() - box.top();
            double[] wanted = {
                ((object.left() + object.right()) / 2 - (box.left() + box.right()) / 2) / wide / 0.1,
                ((object.top() + object.bottom()) / 2 - (box.top() + box.bottom()) / 2) / high / 0.1,
                Math.log((object.right() - object.left()) / wide) / 0.2,
                Math.log((object.bottom() - object.top()) / high) / 0.2
            };
            for (int part = 0; part < 4; part++) {
                double off = Math.abs(row[3 + part] - wanted[part]);
                loss += 0.5 * (off < 1 ? off * off / 2 : off - 0.5);
            }
        }
        empty.sort((one, other) -> Double.compare(other, one));
        for (double one : empty.subList(0, (int) Math.min(empty.size(), negatives * matched))) {
            loss += one;
        }
        return loss / matched;
    }

    @Test
    void slopes_are_those_of_the_loss() {
        SsdLoss loss = two(2);
        Random random = new Random(3);
        INDArray numbers = Nd4j.create(DataType.DOUBLE, 2, loss.size());
        for (long i = 0; i < numbers.length(); i++) {
            numbers.putScalar(i, 1.5 * random.nextGaussian());
        }
        INDArray labels = Nd4j.createFromArray(
                new double[][] {{1, 0.1, 0.1, 0.5, 0.8, 0, 0.5, 0.6, 0.7, 0.9}, {1, 0.6, 0.3, 0.9, 0.6, 0, 0, 0, 0, 0}
                });
        INDArray slopes = loss.computeGradient(labels, numbers, AS_IT_IS, null);
        for (long i = 0; i < numbers.length(); i++) {
            double value = numbers.getDouble(i);
            numbers.putScalar(i, value + 1e-6);
            double above = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, value - 1e-6);
            double below = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, value);
            assertThat(slopes.getDouble(i)).as("number %d", i).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
    }

    /** Two boxes on one object, and one elsewhere; the box of the second map is moved by three tenths of its side. */
    @Test
    void numbers_are_read_as_objects() {
        SsdGrid grid = new SsdGrid(2, two(3).getMaps());
        double[] numbers = new double[grid.size()];
        for (int place = 0; place < grid.places(); place++) {
            numbers[grid.score(place, 0)] = 20;
        }
        numbers[grid.score(0, 1)] = 40;
        numbers[grid.score(5, 2)] = 40;
        numbers[grid.score(24, 2)] = 23;
        numbers[grid.offset(24, 0)] = -3;

        List<Detection> found = grid.objects(numbers);
        assertThat(found).extracting(one -> one.box().kind()).containsExactly(0, 1, 1);
        requireSides(found.get(0).box(), 1.0 / 6 - 0.15, 0.1, 1.0 / 6 + 0.15, 0.4);
        requireSides(found.get(1).box(), 5.0 / 6 - 0.15, 0.6, 5.0 / 6 + 0.15, 0.9);
        requireSides(found.get(2).box(), 0.5 - 0.3 - 0.18, 0.2, 0.5 + 0.3 - 0.18, 0.8);
        assertThat(found.get(2).confidence()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-6));

        // The larger square of the same cell overlaps the smaller by more than 0.45: the same object.
        numbers[grid.score(6, 1)] = 30;
        assertThat(grid.objects(numbers)).hasSize(3);
        numbers[grid.score(6, 2)] = 30;
        assertThat(grid.objects(numbers)).hasSize(4);
    }

    @Test
    void a_program_of_our_own_computes_the_same() {
        Parity.requireSame(
                Parity.graph(new Sgd(0.05), Parity.IMAGE)
                        .addLayer("fine", said(28, 1), "in")
                        .addLayer("coarse", said(14, 2), "in")
                        .addVertex("row", new OneRow(), "fine", "coarse")
                        .addLayer(
                                "out",
                                new LossLayer.Builder(new SsdLoss(
                                                2,
                                                1,
                                                3,
                                                new DefaultBoxes(11, 8, 0.3, 0.6, 2),
                                                new DefaultBoxes(6, 4, 0.6, 0.9)))
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                "row"),
                1e-4,
                (seed, examples) -> Parity.numbers(seed, examples, 3, 11, 8),
                (seed, examples) -> {
                    Random random = new Random(seed);
                    INDArray labels = Nd4j.create(examples, 5);
                    for (int i = 0; i < examples; i++) {
                        float left = 0.5f * random.nextFloat();
                        labels.putRow(i, Nd4j.createFromArray(random.nextInt(2), left, 0.2f, left + 0.45f, 0.7f));
                    }
                    return labels;
                });
    }

    private static ConvolutionLayer said(int channels, int stride) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(channels)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static void requireSides(Box box, double... sides) {
        assertThat(new double[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(sides, within(1e-9));
    }

    private static double score(SsdLoss loss, double[] numbers, double... labels) {
        return loss.computeScore(
                Nd4j.createFromArray(new double[][] {labels}),
                Nd4j.createFromArray(new double[][] {numbers}),
                AS_IT_IS,
                null,
                false);
    }
}
