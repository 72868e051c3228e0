package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Which examples are compared with which. */
class ComparingTest {

    private static final Feed FEED = Feed.to(LabelFormat.BINARY).inputs(2).second(1);

    @Property(tries = 200)
    void eachIsComparedWithAnotherOfItsOwnPartAndTheLabelSaysWhetherBothAreOfOneClass(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll @IntRange(max = 1000) int seed) {
        Random random = new Random(seed);
        int[] of = IntStream.range(0, rows).map(row -> random.nextInt(classes)).toArray();
        Examples data = data(of, classes);
        Split split = Split.of(data, 0.3, 0.2, seed);
        Examples pairs = data.comparing(split, seed).inEpoch(2);

        for (int[] part : List.of(split.train(), split.validation(), split.test())) {
            for (int row : part) {
                int other = (int) pairs.second(row)[0];
                assertThat(part).contains(other);
                assertThat(pairs.classes()[row]).isEqualTo(of[row] == of[other] ? 1 : 0);
                assertThat(other == row).as("with itself only if all alone").isEqualTo(part.length == 1);
            }
        }
    }

    @Test
    void halfOfThemAreTheSame() {
        Examples data = data(IntStream.range(0, 100).map(row -> row % 5).toArray(), 5);
        Split split = Split.of(data, 0.2, 0.2, 3);
        int[] same = data.comparing(split, 3).classes();

        for (int[] part : List.of(split.train(), split.validation(), split.test())) {
            assertThat(Arrays.stream(part).map(row -> same[row]).sum()).isEqualTo(part.length / 2);
        }
    }

    @Test
    void pairsFollowFromTheSeedAndAreDrawnAnewInEachEpoch() {
        Examples data = data(IntStream.range(0, 100).map(row -> row % 5).toArray(), 5);
        Split split = Split.of(data, 0.2, 0.2, 3);
        Examples pairs = data.comparing(split, 3);

        assertThat(others(pairs)).isEqualTo(others(data.comparing(split, 3)));
        assertThat(others(pairs.inEpoch(1))).isEqualTo(others(pairs.inEpoch(1)));
        assertThat(others(pairs.inEpoch(1))).isNotEqualTo(others(pairs.inEpoch(2)));
        assertThat(others(pairs.inEpoch(0))).isNotEqualTo(others(pairs));
        assertThat(others(data.comparing(split, 4))).isNotEqualTo(others(pairs));
    }

    @Test
    void theSecondInputGetsThePartner() {
        Examples data = data(new int[] {0, 1, 0, 1, 0, 1}, 2);
        Examples pairs = data.comparing(Split.of(data, 0, 0, 1), 1);
        MultiDataSet batch = Batches.of(pairs, new int[] {4, 1}, 2, FEED).get(0);

        assertThat(batch.getFeatures(0).toFloatVector()).containsExactly(4, 1);
        assertThat(batch.getFeatures(1).toFloatVector()).containsExactly(pairs.second(4)[0], pairs.second(1)[0]);
        assertThat(batch.getLabels(0).toFloatVector()).containsExactly(pairs.classes()[4], pairs.classes()[1]);
        assertThat(pairs.classNames()).containsExactly("different", "same");
    }

    private static float[] others(Examples pairs) {
        float[] all = new float[pairs.size()];
        for (int row = 0; row < all.length; row++) {
            all[row] = pairs.second(row)[0];
        }
        return all;
    }

    /** Each example is the number of its row. */
    private static Examples data(int[] classes, int count) {
        float[] features = new float[classes.length];
        for (int row = 0; row < features.length; row++) {
            features[row] = row;
        }
        return Examples.ofClasses(
                features,
                new long[] {1},
                classes,
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }
}
