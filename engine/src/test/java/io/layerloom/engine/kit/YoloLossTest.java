package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loss of boxes against numbers reckoned by hand, and its slopes against differences in double precision. */
class YoloLossTest {

    private static final IActivation AS_IT_IS = new ActivationIdentity();
    private static final double LOG_2 = Math.log(2);

    /** One cell, one anchor of the whole picture, two classes; a box in the middle as large as the anchor. All numbers 0: everything fits but objectness and class, both even. */
    @Test
    void a_network_that_gives_nothing_is_off_by_two_even_chances() {
        YoloLoss loss = new YoloLoss(1, 1, 2, 5, 0.5, 1, 1);
        assertThat(loss.computeScore(labels(box(1, 0, 0, 1, 1)), zeros(7), AS_IT_IS, null, false))
                .isCloseTo(2 * LOG_2, within(1e-6));
    }

    /** Centre (0.3, 0.5) instead of (0.5, 0.5), half as wide: 5 · (0.2² + ln² 2) more. */
    @Test
    void coordinates_weigh_as_told() {
        YoloLoss loss = new YoloLoss(1, 1, 2, 5, 0.5, 1, 1);
        assertThat(loss.computeScore(labels(box(1, 0.05, 0, 0.55, 1)), zeros(7), AS_IT_IS, null, false))
                .isCloseTo(2 * LOG_2 + 5 * (0.04 + LOG_2 * LOG_2), within(1e-6));
    }

    /** Of four cells three are empty: three times half an even chance. The box lies in the cell at the upper right, as large as it. */
    @Test
    void empty_places_weigh_as_told() {
        YoloLoss loss = new YoloLoss(2, 2, 1, 1, 0.5, 1, 1);
        assertThat(loss.computeScore(labels(box(0, 0.5, 0, 1, 0.5)), zeros(24), AS_IT_IS, null, false))
                .isCloseTo(LOG_2 + 3 * 0.5 * LOG_2, within(1e-6));
    }

    @Test
    void a_picture_without_objects_has_only_empty_places() {
        YoloLoss loss = new YoloLoss(2, 2, 1, 1, 0.5, 1, 1);
        assertThat(loss.computeScore(labels(new double[5]), zeros(24), AS_IT_IS, null, false))
                .isCloseTo(4 * 0.5 * LOG_2, within(1e-6));
    }

    /** Two anchors of almost one form: the second one lies over the object, too, and is let alone. */
    @Test
    void a_box_that_lies_over_an_object_anyway_is_let_alone() {
        YoloLoss loss = new YoloLoss(1, 1, 1, 1, 0.5, 1, 1, 1, 0.9);
        assertThat(loss.computeScore(labels(box(0, 0, 0, 1, 1)), zeros(12), AS_IT_IS, null, false))
                .isCloseTo(LOG_2, within(1e-6));
    }

    /** Both centres lie in one cell; the tall box takes the tall anchor, and so the wide one is left for the other. A third finds none. */
    @Test
    void objects_of_one_cell_share_its_anchors() {
        YoloLoss loss = new YoloLoss(1, 1, 1, 1, 1, 0.2, 0.8, 0.8, 0.2);
        double[] tall = box(0, 0.4, 0.1, 0.6, 0.9);
        double[] wide = box(0, 0.1, 0.4, 0.9, 0.6);
        assertThat(loss.computeScore(labels(tall, wide), zeros(12), AS_IT_IS, null, false))
                .isCloseTo(2 * LOG_2, within(1e-6));
        assertThat(loss.computeScore(labels(tall, wide, box(0, 0.3, 0.3, 0.7, 0.7)), zeros(12), AS_IT_IS, null, false))
                .isCloseTo(2 * LOG_2, within(1e-6));
    }

    @Test
    void slopes_are_those_of_the_loss() {
        YoloLoss loss = new YoloLoss(3, 2, 3, 5, 0.5, 1, 1.5, 0.6, 0.4);
        Random random = new Random(3);
        INDArray numbers = Nd4j.create(DataType.DOUBLE, 2, loss.grid().size());
        for (long i = 0; i < numbers.length(); i++) {
            numbers.putScalar(i, 1.5 * random.nextGaussian());
        }
        INDArray labels = Nd4j.createFromArray(new double[][] {
            concatenated(box(2, 0.1, 0.1, 0.5, 0.8), box(0, 0.5, 0.6, 0.7, 0.9)),
            concatenated(box(1, 0.6, 0.3, 0.9, 0.6), new double[5])
        });
        INDArray slopes = loss.computeGradient(labels, numbers, AS_IT_IS, null);
        for (long i = 0; i < numbers.length(); i++) {
            double at = numbers.getDouble(i);
            numbers.putScalar(i, at + 1e-6);
            double above = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, at - 1e-6);
            double below = loss.computeScore(labels, numbers, AS_IT_IS, null, false);
            numbers.putScalar(i, at);
            assertThat(slopes.getDouble(i)).as("number %d", i).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
        assertThat(loss.computeScoreArray(labels, numbers, AS_IT_IS, null)
                        .sumNumber()
                        .doubleValue())
                .isCloseTo(loss.computeScore(labels, numbers, AS_IT_IS, null, false), within(1e-9));
    }

    @Test
    void numbers_that_are_no_grid_are_refused() {
        YoloLoss loss = new YoloLoss(1, 1, 2, 5, 0.5, 1, 1);
        assertThatThrownBy(() -> loss.computeScore(labels(new double[5]), zeros(8), AS_IT_IS, null, false))
                .hasMessageContaining("7 numbers for a picture are wanted");
        assertThatThrownBy(
                        () -> loss.computeScore(labels(new double[5]), zeros(7), new ActivationSigmoid(), null, false))
                .hasMessageContaining("sigmoid");
        assertThatThrownBy(() -> new YoloLoss(1, 1, 2, 5, 0.5, 1)).hasMessageContaining("for each anchor");
    }

    /** Grid of 2×2, anchors 1×1 and 2×1 cells: the second anchor in the lower left cell, sure of the second class. */
    @Test
    void numbers_are_read_as_boxes() {
        BoxGrid grid = new BoxGrid(2, 2, 2, 1, 1, 2, 1);
        double[] numbers = new double[grid.size()];
        for (int place = 0; place < grid.places(); place++) {
            numbers[grid.at(place, BoxGrid.OBJECTNESS)] = -20;
        }
        int place = grid.place(1, 1, 0);
        numbers[grid.at(place, BoxGrid.OBJECTNESS)] = 20;
        numbers[grid.at(place, BoxGrid.HEIGHT)] = Math.log(0.5);
        numbers[grid.at(place, BoxGrid.CLASSES + 1)] = 20;

        List<Detection> found = grid.objects(numbers);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).confidence()).isCloseTo(1, within(1e-6));
        Box box = found.get(0).box();
        assertThat(box.kind()).isEqualTo(1);
        assertThat(new double[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(new double[] {-0.25, 0.625, 0.75, 0.875}, within(1e-6));
        // [channels, height, width]: the objectness of the second anchor is channel 7 + 4, row 1, column 0.
        assertThat(grid.at(place, BoxGrid.OBJECTNESS)).isEqualTo((11 * 2 + 1) * 2);
    }

    @Test
    void shapes_are_the_same_each_time_and_lie_in_their_boxes() {
        Examples pictures = ShapePictures.of(40, 48, 3, 5);
        Examples again = ShapePictures.of(40, 48, 3, 5);
        assertThat(again.features()).isEqualTo(pictures.features());
        assertThat(again.boxes()).isEqualTo(pictures.boxes());
        assertThat(ShapePictures.of(1, 48, 3, 6).features())
                .isNotEqualTo(Arrays.copyOf(pictures.features(), pictures.width()));
        assertThat(pictures.mostBoxes()).isBetween(2, 3);
        assertThat(pictures.boxes()).allSatisfy(boxes -> assertThat(boxes).isNotEmpty());
        assertThat(pictures.boxes().stream().flatMap(List::stream).map(Box::kind))
                .contains(0, 1, 2);
        assertThat(pictures.boxes().stream().flatMap(List::stream))
                .allMatch(box -> Math.min(box.left(), box.top()) >= 0 && Math.max(box.right(), box.bottom()) <= 1);
        assertThat(IntStream.range(0, pictures.features().length).mapToObj(i -> pictures.features()[i]))
                .allMatch(value -> value >= 0 && value <= 1);
    }

    private static double[] box(int kind, double left, double top, double right, double bottom) {
        return new double[] {kind, left, top, right, bottom};
    }

    private static double[] concatenated(double[]... boxes) {
        return Arrays.stream(boxes).flatMapToDouble(Arrays::stream).toArray();
    }

    private static INDArray labels(double[]... boxes) {
        return Nd4j.createFromArray(new double[][] {concatenated(boxes)});
    }

    private static INDArray zeros(int count) {
        return Nd4j.zeros(DataType.DOUBLE, 1, count);
    }
}
