package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loss of masks against numbers reckoned by hand, its slopes against differences in double precision, and the figures that follow from masks. */
class PixelLossTest {

    private static final IActivation SOFTMAX = new ActivationSoftmax();
    private static final IActivation SIGMOID = new ActivationSigmoid();
    private static final double LOG_2 = Math.log(2);

    /** Two pixels, two classes, both even: the mean of two even chances. Three quarters of the truth at the second: −ln ¾. */
    @Test
    void cross_entropy_is_the_mean_over_the_pixels() {
        PixelLoss loss = new PixelLoss(1, 2, 1, 0, 0);
        INDArray labels = rows(new double[][] {{1, 0}, {0, 1}});
        assertThat(score(loss, labels, rows(new double[2][2]))).isCloseTo(LOG_2, within(1e-9));
        INDArray sure = rows(new double[][] {{0, 0}, {0, Math.log(3)}});
        assertThat(score(loss, labels, sure)).isCloseTo((LOG_2 - Math.log(0.75)) / 2, within(1e-9));
    }

    @Test
    void a_pixel_that_is_left_out_counts_nowhere() {
        INDArray labels = rows(new double[][] {{1, 0}, {-1, -1}});
        INDArray one = rows(new double[][] {{0.3, 0.1}, {5, -2}});
        INDArray other = rows(new double[][] {{0.3, 0.1}, {-7, 4}});
        for (PixelLoss loss : new PixelLoss[] {new PixelLoss(1, 2, 1, 2, 0), new PixelLoss(1, 2, 0, 0, 1)}) {
            assertThat(score(loss, labels, one))
                    .isEqualTo(score(loss, labels, other))
                    .isPositive();
            assertThat(loss.computeGradient(labels, one, SOFTMAX, null)
                            .getRow(1)
                            .toDoubleVector())
                    .containsExactly(0, 0);
            INDArray nothing = rows(new double[][] {{-1, -1}, {-1, -1}});
            assertThat(score(loss, nothing, one)).isZero();
            assertThat(loss.computeGradient(nothing, one, SOFTMAX, null)
                            .norm1Number()
                            .doubleValue())
                    .isZero();
        }
    }

    /** Half sure at all four pixels, of which one is true: (2 · ½ + 1) ÷ (1 + 2 + 1), and the same for the three of the other class. */
    @Test
    void dice_compares_areas() {
        PixelLoss loss = new PixelLoss(2, 2, 0, 0, 1);
        INDArray labels = rows(new double[][] {{1, 0}, {0, 1}, {0, 1}, {0, 1}});
        double first = 1 - 2.0 / 4;
        double second = 1 - 4.0 / 6;
        assertThat(score(loss, labels, rows(new double[4][2]))).isCloseTo((first + second) / 2, within(1e-9));
        INDArray right = labels.mul(200).subi(100);
        assertThat(score(loss, labels, right)).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 0, 0",
        "3, 1, 2, 0",
        "3, 1, 0.5, 0",
        "3, 0, 0, 1",
        "3, 1, 0, 1",
        "1, 1, 0, 0",
        "1, 1, 2, 0",
        "1, 0, 0, 1",
        "1, 0.5, 1, 2"
    })
    void slopes_are_those_of_the_loss(int channels, double entropy, double gamma, double dice) {
        PixelLoss loss = new PixelLoss(2, 3, entropy, gamma, dice);
        IActivation function = channels == 1 ? SIGMOID : SOFTMAX;
        Random random = new Random(3);
        INDArray numbers = Nd4j.create(DataType.DOUBLE, 12, channels);
        INDArray labels = Nd4j.create(DataType.DOUBLE, 12, channels);
        for (int row = 0; row < 12; row++) {
            int kind = random.nextInt(4) - 1;
            for (int channel = 0; channel < channels; channel++) {
                numbers.putScalar(row, channel, 1.5 * random.nextGaussian());
                double there = channels == 1 ? kind % 2 : kind == channel ? 1 : 0;
                labels.putScalar(row, channel, kind < 0 ? -1 : there);
            }
        }
        INDArray slopes = loss.computeGradient(labels, numbers, function, null);
        for (long i = 0; i < numbers.length(); i++) {
            double at = numbers.getDouble(i);
            numbers.putScalar(i, at + 1e-6);
            double above = loss.computeScore(labels, numbers, function, null, false);
            numbers.putScalar(i, at - 1e-6);
            double below = loss.computeScore(labels, numbers, function, null, false);
            numbers.putScalar(i, at);
            assertThat(slopes.getDouble(i)).as("number %d", i).isCloseTo((above - below) / 2e-6, within(1e-8));
        }
        assertThat(loss.computeScoreArray(labels, numbers, function, null)
                        .sumNumber()
                        .doubleValue())
                .isCloseTo(loss.computeScore(labels, numbers, function, null, false), within(1e-9));
        assertThat(loss.computeScore(labels, numbers, function, null, true) * 2)
                .isCloseTo(loss.computeScore(labels, numbers, function, null, false), within(1e-9));
    }

    @Test
    void what_does_not_belong_together_is_refused() {
        PixelLoss loss = new PixelLoss(1, 2, 1, 0, 0);
        INDArray two = rows(new double[2][2]);
        assertThatThrownBy(() -> loss.computeScore(two, two, SIGMOID, null, false))
                .hasMessageContaining("sigmoid");
        assertThatThrownBy(() -> loss.computeScore(rows(new double[2][3]), two, SOFTMAX, null, false))
                .hasMessageContaining("Pictures of 1×2 pixels")
                .hasMessageContaining("[2, 3]");
        assertThatThrownBy(() -> new PixelLoss(0, 2, 1, 0, 0)).hasMessageContaining("rows and columns");
        assertThatThrownBy(() -> new PixelLoss(1, 2, 1, -1, 0)).hasMessageContaining("below zero");
    }

    /** Of nine pixels one is left out; class 2 is nowhere. Class 0: 3 of 5 right and 1 more taken for it; class 1: 2 of 3 and 2 more. */
    @Test
    void figures_are_taken_over_all_pixels() {
        PixelCounts counts = new PixelCounts(3);
        counts.add(new byte[] {0, 0, 0, 0, 0, 1}, new byte[] {0, 0, 0, 1, 1, 0});
        counts.add(new byte[] {1, 1, Examples.LEFT_OUT}, new byte[] {1, 1, 2});
        assertThat(counts.accuracy()).isEqualTo(5.0 / 8);
        assertThat(counts.iou(0)).isEqualTo(3.0 / 6);
        assertThat(counts.iou(1)).isEqualTo(2.0 / 5);
        assertThat(counts.iou(2)).isNaN();
        assertThat(counts.accuracy(1)).isEqualTo(2.0 / 3);
        assertThat(counts.accuracy(2)).isNaN();
        assertThat(counts.really(0)).isEqualTo(5);
        assertThat(counts.meanIou()).isCloseTo((0.5 + 0.4) / 2, within(1e-12));
        assertThat(new PixelCounts(2).meanIou()).isNaN();
        assertThat(new PixelCounts(2).accuracy()).isNaN();
    }

    /** A class that is nowhere but was seen counts with 0. */
    @Test
    void what_was_seen_where_it_is_not_lowers_the_mean() {
        PixelCounts counts = new PixelCounts(2);
        counts.add(new byte[] {0, 0}, new byte[] {0, 1});
        assertThat(counts.meanIou()).isEqualTo(0.25);
    }

    @Test
    void the_likeliest_class_is_taken() {
        assertThat(PixelMeasurement.mask(new float[] {9, 0.2f, 0.5f, 0.5f, 0.1f, 0.3f, 0.4f}, 1, 6, 2))
                .containsExactly(1, 0);
        assertThat(PixelMeasurement.mask(new float[] {0.4f, 0.6f}, 0, 2, 2)).containsExactly(0, 1);
    }

    /** The pictures are those with boxes, and every pixel of a shape lies in the box of one of its class. */
    @Test
    void masks_of_shapes_lie_in_their_boxes() {
        Examples boxes = ShapePictures.of(30, 40, 4, 5);
        Examples masks = ShapePictures.masked(30, 40, 4, 5);
        assertThat(masks.features()).isEqualTo(boxes.features());
        assertThat(masks.classNames()).containsExactly("background", "circle", "square", "triangle");
        assertThat(masks.size()).isEqualTo(30);
        for (int row = 0; row < 30; row++) {
            byte[] mask = masks.mask(row);
            double inside = 0;
            for (int at = 0; at < mask.length; at++) {
                double x = (at % 40 + 0.5) / 40;
                double y = (at / 40 + 0.5) / 40;
                int kind = mask[at] - 1;
                inside += kind >= 0 ? 1 : 0;
                assertThat(kind < 0
                                || boxes.boxes().get(row).stream()
                                        .anyMatch(box -> box.kind() == kind
                                                && x > box.left() - 0.02
                                                && x < box.right() + 0.02
                                                && y > box.top() - 0.02
                                                && y < box.bottom() + 0.02))
                        .isTrue();
            }
            double areas = boxes.boxes().get(row).stream()
                    .mapToDouble(box -> box.area() * (box.kind() == 0 ? Math.PI / 4 : box.kind() == 1 ? 1 : 0.5))
                    .sum();
            assertThat(inside / mask.length).isCloseTo(areas, within(0.04));
        }
    }

    private static double score(PixelLoss loss, INDArray labels, INDArray numbers) {
        return loss.computeScore(labels, numbers, SOFTMAX, null, false);
    }

    private static INDArray rows(double[][] rows) {
        assertThat(Arrays.stream(rows).mapToInt(row -> row.length).distinct()).hasSize(1);
        return Nd4j.createFromArray(rows);
    }
}
