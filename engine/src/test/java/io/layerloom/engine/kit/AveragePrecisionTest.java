package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Average precision against cases counted by hand. */
class AveragePrecisionTest {

    private static final Box LEFT = new Box(0, 0, 0, 0.4, 0.4);
    private static final Box RIGHT = new Box(0, 0.5, 0.5, 0.9, 0.9);
    private static final Box NOWHERE = new Box(0, 0.5, 0, 0.9, 0.4);

    @Test
    void boxes_overlap_by_what_they_share() {
        Box one = new Box(0, 0, 0, 2, 2);
        assertThat(one.overlap(new Box(1, 1, 1, 3, 3))).isCloseTo(1.0 / 7, within(1e-12));
        assertThat(one.overlap(one)).isEqualTo(1);
        assertThat(one.overlap(new Box(0, 2, 0, 4, 2))).isZero();
        assertThat(new Box(0, 1, 1, 1, 1).overlap(new Box(0, 1, 1, 1, 1))).isZero();
    }

    @Test
    void all_found_and_nothing_else_is_one() {
        assertThat(precision(List.of(LEFT, RIGHT), sure(LEFT, 0.9), sure(RIGHT, 0.2)))
                .isEqualTo(1);
    }

    /** Right, wrong, right: precision 1 up to recall 1/2, then 2/3. */
    @Test
    void a_wrong_box_between_two_right_ones_costs_a_sixth() {
        assertThat(precision(List.of(LEFT, RIGHT), sure(LEFT, 0.9), sure(NOWHERE, 0.8), sure(RIGHT, 0.7)))
                .isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    /** The precision at a recall is the best at that recall or beyond: wrong, right, right gives 2/3 throughout. */
    @Test
    void precision_counts_as_the_best_that_is_still_to_come() {
        assertThat(precision(List.of(LEFT, RIGHT), sure(NOWHERE, 0.9), sure(LEFT, 0.8), sure(RIGHT, 0.7)))
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void an_object_found_twice_counts_once() {
        assertThat(precision(List.of(LEFT, RIGHT), sure(LEFT, 0.9), sure(LEFT, 0.8), sure(RIGHT, 0.7)))
                .isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void an_object_missed_leaves_its_recall_out() {
        assertThat(precision(List.of(LEFT, RIGHT), sure(RIGHT, 0.3))).isEqualTo(0.5);
        assertThat(precision(List.of(LEFT, RIGHT))).isZero();
    }

    @Test
    void a_class_without_objects_has_no_precision() {
        assertThat(precision(List.of(), sure(LEFT, 0.9))).isNaN();
    }

    @Test
    void another_class_is_another_thing() {
        Box other = new Box(1, 0, 0, 0.4, 0.4);
        assertThat(precision(List.of(LEFT), sure(other, 0.9))).isZero();
    }

    /** A box not quite as wide overlaps by 0.775, which is enough at 0.5, 0.55 … 0.75: six of ten. */
    @Test
    void over_overlaps_a_loose_box_counts_at_some() {
        Box narrow = new Box(0, 0, 0, 0.31, 0.4);
        assertThat(AveragePrecision.overOverlaps(List.of(List.of(LEFT)), List.of(List.of(sure(narrow, 1))), 0))
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void pictures_are_looked_at_together_the_surest_first() {
        List<List<Box>> really = List.of(List.of(LEFT), List.of(LEFT));
        List<List<Detection>> found = List.of(List.of(sure(NOWHERE, 0.9)), List.of(sure(LEFT, 0.95)));
        assertThat(AveragePrecision.of(really, found, 0, 0.5)).isEqualTo(0.5);
    }

    @Test
    void of_boxes_for_one_object_the_surest_stays() {
        Box almost = new Box(0, 0.02, 0, 0.42, 0.4);
        Box other = new Box(1, 0.02, 0, 0.42, 0.4);
        assertThat(Detection.distinct(
                        List.of(sure(almost, 0.6), sure(LEFT, 0.9), sure(other, 0.5), sure(RIGHT, 0.7)), 0.45))
                .containsExactly(sure(LEFT, 0.9), sure(RIGHT, 0.7), sure(other, 0.5));
    }

    @Test
    void what_covers_nothing_is_no_object_and_of_very_many_the_surest_stay() {
        assertThat(Detection.objects(
                        List.of(sure(new Box(0, 1, 0.2, 1, 0.4), 0.99), sure(LEFT, 0.9), sure(RIGHT, 0.7))))
                .containsExactly(sure(LEFT, 0.9), sure(RIGHT, 0.7));
        List<Detection> many = IntStream.range(0, 1000)
                .mapToObj(i -> sure(new Box(i % 5, i / 1000.0, 0, (i + 1) / 1000.0, 1), 0.5 + i / 10_000.0))
                .toList();
        assertThat(Detection.objects(many)).hasSize(200).first().isEqualTo(many.get(999));
    }

    private static double precision(List<Box> really, Detection... found) {
        return AveragePrecision.of(List.of(really), List.of(Stream.of(found).toList()), 0, 0.5);
    }

    private static Detection sure(Box box, double confidence) {
        return new Detection(box, confidence);
    }
}
