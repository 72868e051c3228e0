package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Which tokens are hidden, what is seen in their place, and what is wanted there. */
class MaskingTest {

    private static final int MASK = 30;
    private static final Feed FEED = Feed.to(LabelFormat.MASKED_TOKENS);

    @Property(tries = 100)
    void oneTokenInSevenIsWantedAndNothingElseIsTouched(
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @IntRange(min = 1, max = 60) int inUse,
            @ForAll @IntRange(max = 1000) int seed) {
        int used = Math.min(steps, inUse);
        Examples data = texts(4, steps, seed).withLengths(new int[] {used, used, used, used});
        MultiDataSet batch = all(data.masking(MASK, seed).inEpoch(3));
        INDArray seen = batch.getFeatures(0);
        INDArray labels = batch.getLabels(0);
        for (int row = 0; row < 4; row++) {
            List<Integer> wanted = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                int token = (int) data.features()[row * steps + step];
                if (labels.getDouble(row, 1, step) > 0) {
                    wanted.add(step);
                    assertThat(labels.getInt(row, 0, step)).isEqualTo(token);
                    assertThat(token).as("what is unknown cannot be learned").isGreaterThan(Vocabulary.UNKNOWN);
                    assertThat(seen.getInt(row, step)).isBetween(2, MASK);
                } else {
                    assertThat(seen.getInt(row, step)).isEqualTo(token);
                }
            }
            int from = row * steps;
            long known = IntStream.range(0, used)
                    .filter(step -> data.features()[from + step] > Vocabulary.UNKNOWN)
                    .count();
            assertThat(wanted).hasSize((int) Math.min(known, Math.max(1, Math.round(0.15 * known))));
            assertThat(wanted).allMatch(step -> step < used);
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                sum += labels.getDouble(row, 1, step);
            }
            assertThat(sum).isCloseTo(known == 0 ? 0 : 1, within(1e-5));
        }
    }

    @Test
    void mostOfThemGiveWayToTheMaskSomeToOthersAndSomeStay() {
        Examples data = texts(2000, 40, 5);
        INDArray seen = all(data.masking(MASK, 1)).getFeatures(0);
        INDArray labels = all(data.masking(MASK, 1)).getLabels(0);
        int wanted = 0;
        int masked = 0;
        int kept = 0;
        for (int row = 0; row < 2000; row++) {
            for (int step = 0; step < 40; step++) {
                if (labels.getFloat(row, 1, step) > 0) {
                    wanted++;
                    masked += seen.getInt(row, step) == MASK ? 1 : 0;
                    kept += seen.getInt(row, step) == labels.getInt(row, 0, step) ? 1 : 0;
                }
            }
        }
        assertThat((double) masked / wanted).isCloseTo(0.8, within(0.02));
        // One in ten stays, and some of those that give way to any token do so to themselves.
        assertThat((double) kept / wanted).isCloseTo(0.1 + 0.1 / 28, within(0.02));
    }

    @Test
    void whatIsHiddenFollowsFromTheSeedTheEpochAndTheRowAlone() {
        Examples data = texts(50, 30, 7);
        Examples masked = data.masking(MASK, 11);
        INDArray third = all(masked.inEpoch(3)).getFeatures(0);

        assertThat(all(data.masking(MASK, 11).inEpoch(3)).getFeatures(0)).isEqualTo(third);
        assertThat(all(masked.inEpoch(4)).getFeatures(0)).isNotEqualTo(third);
        assertThat(all(data.masking(MASK, 12).inEpoch(3)).getFeatures(0)).isNotEqualTo(third);
        assertThat(all(masked).getFeatures(0))
                .as("what is measured stays the same")
                .isEqualTo(all(masked).getFeatures(0))
                .isNotEqualTo(third);
        MultiDataSet alone =
                Batches.of(masked.inEpoch(3), new int[] {41}, 1, FEED).get(0);
        assertThat(alone.getFeatures(0).getRow(0)).isEqualTo(third.getRow(41));
        assertThat(data.inEpoch(3)).as("others have nothing to hide").isSameAs(data);
    }

    private static MultiDataSet all(Examples data) {
        int size = data.size();
        return Batches.of(data, IntStream.range(0, size).toArray(), size, FEED).get(0);
    }

    /** Texts of tokens below the mask, some of them unknown. */
    private static Examples texts(int rows, int steps, int seed) {
        Random random = new Random(seed);
        float[] tokens = new float[rows * steps];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = 1 + random.nextInt(MASK - 1);
        }
        return Examples.unlabelled(tokens, new long[] {steps}, rows);
    }
}
