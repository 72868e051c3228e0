package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void marksStandAtRoundValues() {
        assertThat(Ticks.linear(new Range(0, 2.5), 5).values()).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
        assertThat(Ticks.linear(new Range(0, 100), 4).values()).containsExactly(0.0, 25.0, 50.0, 75.0, 100.0);
        assertThat(Ticks.whole(new Range(0.2, 9.7), 5, 0).values()).containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(Ticks.whole(new Range(0, 2), 8, 0).values()).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void wholeMarksAreAtLeastThreeRoundOnes() {
        assertThat(Ticks.whole(new Range(0, 6300), 1, 0).values()).containsExactly(0.0, 2000.0, 4000.0, 6000.0);
        // Where marks two hundred thousand apart would touch each other, there are fewer.
        assertThat(Ticks.whole(new Range(0, 700_000), 2, 300_000).values()).containsExactly(0.0, 500_000.0);
        for (int end = 2; end < 200_000; end += 1 + end / 50) {
            for (int wanted = 1; wanted < 12; wanted++) {
                Ticks ticks = Ticks.whole(new Range(0, end), wanted, 0);
                assertThat(ticks.values().size()).as("up to %d", end).isBetween(3, Math.max(5, wanted + 1));
                assertThat(ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step()) + 1e-9)))
                        .isIn(1.0, 2.0, 5.0);
            }
        }
    }

    @Test
    void logarithmicMarksAreDecadesOrTheirParts() {
        assertThat(Ticks.logarithmic(new Range(0.001, 10)).values())
                .hasSize(5)
                .startsWith(0.001)
                .endsWith(10.0);
        assertThat(Ticks.logarithmic(new Range(0.02, 0.5)).values()).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5);
    }

    @Test
    void aRoundedRangeHoldsTheRangeAndEndsAtMarks() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 3);
            double span = Math.exp(6 * random.nextGaussian() / 2);
            Range range = new Range(low, low + span);
            int wanted = 2 + random.nextInt(5);
            Range rounded = Ticks.rounded(range, wanted);
            Ticks ticks = Ticks.linear(rounded, wanted);
            double tolerance = 1e-6 * rounded.span();
            assertThat(rounded.low()).isLessThanOrEqualTo(low + tolerance);
            assertThat(rounded.high()).isGreaterThanOrEqualTo(low + span - tolerance);
            assertThat(ticks.values().size()).as("%s, %d", rounded, wanted).isBetween(3, wanted + 2);
            assertThat(ticks.values().get(0)).isCloseTo(rounded.low(), within(tolerance));
            assertThat(ticks.values().get(ticks.values().size() - 1)).isCloseTo(rounded.high(), within(tolerance));
        }
    }

    @Test
    void aScaleAndItsInverseAgree() {
        Range range = new Range(0.01, 5);
        for (Scale scale : Scale.values()) {
            assertThat(scale.unit(range.low(), range)).isCloseTo(0, within(1e-12));
            assertThat(scale.unit(range.high(), range)).isCloseTo(1, within(1e-12));
            assertThat(scale.value(scale.unit(0.3, range), range)).isCloseTo(0.3, within(1e-12));
        }
        assertThat(Scale.LOGARITHMIC.unit(0, range)).isNaN();
    }

    @Test
    void figuresAreWrittenForPeople() {
        assertThat(Figures.loss(2.3026)).isEqualTo("2.303");
        assertThat(Figures.loss(0.04621)).isEqualTo("0.0462");
        assertThat(Figures.loss(0.000031)).isEqualTo("3.1e-05");
        assertThat(Figures.loss(1234.5)).isEqualTo("1,234.5");
        assertThat(Figures.loss(9.77e34)).isEqualTo("9.8e+34");
        assertThat(Figures.mark(2.5e35, 2.5e35)).isEqualTo("2.5e+35");
        assertThat(Figures.mark(1.25e6, 5e4)).isEqualTo("1.25e+06");
        assertThat(Figures.loss(Double.NaN)).isEqualTo(Figures.NONE);
        assertThat(Figures.percent(0.9861)).isEqualTo("98.6 %");
        assertThat(Figures.time(158)).isEqualTo("2:38");
        assertThat(Figures.time(3849)).isEqualTo("1:04:09");
        assertThat(Figures.time(95 * 3600 + 61)).isEqualTo("95:01:01");
        assertThat(Figures.time(945 * 3600 + 45 * 60 + 43)).isEqualTo("39 d 9 h");
        assertThat(Figures.time(Double.POSITIVE_INFINITY)).isEqualTo(Figures.NONE);
        assertThat(Figures.speed(1409.6)).isEqualTo("1,410 /s");
        assertThat(Figures.mark(0.25, 0.25)).isEqualTo("0.25");
        assertThat(Figures.mark(2.5, 2.5)).isEqualTo("2.5");
        assertThat(Figures.mark(1500, 500)).isEqualTo("1,500");
        assertThat(Figures.mark(0.001, 0)).isEqualTo("0.001");
    }
}
