package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Property(tries = 200)
    void everyRowIsInJustOnePartAndClassesKeepTheirShares(
            @ForAll @IntRange(min = 1, max = 500) int rows,
            @ForAll @IntRange(min = 1, max = 7) int classCount,
            @ForAll @DoubleRange(min = 0, max = 0.9) double validation,
            @ForAll @DoubleRange(min = 0, max = 0.9) double test,
            @ForAll long seed) {
        int[] classes = IntStream.range(0, rows).map(i -> i * i % classCount).toArray();
        Split split = Split.of(rows, classes, validation, test, seed);

        int[] all = Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(Arrays::stream)
                .toArray();
        assertThat(all).containsExactlyInAnyOrder(IntStream.range(0, rows).toArray());
        assertThat(split.test()).hasSize((int) Math.round(rows * test)).isSorted();
        for (int c = 0; c < classCount; c++) {
            int wanted = c;
            long ofClass = Arrays.stream(classes).filter(k -> k == wanted).count();
            long inTest = Arrays.stream(split.test())
                    .filter(row -> classes[row] == wanted)
                    .count();
            assertThat((double) inTest).isBetween(ofClass * test - 1.5, ofClass * test + 1.5);
        }
    }

    @Test
    void theSameSeedGivesTheSamePartsAndAnotherOthers() {
        int[] none = {};
        assertThat(Split.of(100, none, 0.2, 0.2, 1).test())
                .isEqualTo(Split.of(100, none, 0.2, 0.2, 1).test())
                .isNotEqualTo(Split.of(100, none, 0.2, 0.2, 2).test());
    }

    @Test
    void aTestPartOfItsOwnStays() {
        Examples data = Examples.ofClasses(
                        new float[10],
                        new long[] {1},
                        new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
                        java.util.List.of("a", "b"))
                .withTestFrom(8);
        Split split = Split.of(data, 0.25, 0.5, 3);
        assertThat(split.test()).containsExactly(8, 9);
        assertThat(split.validation()).hasSize(2);
    }

    @Test
    void eachEpochHasAnOrderOfItsOwnThatTheSeedFixes() {
        int[] rows = IntStream.range(0, 50).toArray();
        assertThat(Shuffle.rows(rows, 42, 0))
                .isEqualTo(Shuffle.rows(rows, 42, 0))
                .isNotEqualTo(Shuffle.rows(rows, 42, 1))
                .containsExactlyInAnyOrder(rows);
        // Written down once: other machines and later versions must give the same.
        assertThat(Arrays.copyOf(Shuffle.rows(rows, 42, 0), 6)).containsExactly(ORDER_OF_SEED_42);
    }

    private static final int[] ORDER_OF_SEED_42 = {46, 48, 40, 2, 9, 19};
}
