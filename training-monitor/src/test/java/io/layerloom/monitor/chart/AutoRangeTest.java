package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AutoRangeTest {
    private static final Range X = new Range(0, 100);

    @Test
    void oneWildBatchDoesNotPressTheCurveFlat() {
        Series series = new Series();
        for (int i = 0; i < 100; i++) {
            series.append(i, i == 40 ? 10_000 : 1 + 0.01 * i);
        }
        series.setSmoothing(0.999);
        Range range = range(Measured.LOSS, series, Scale.LINEAR);
        assertThat(range.high()).isLessThan(500);
    }

    @Test
    void lossBeginsAtZeroUnlessThatWastesTheChart() {
        assertThat(range(Measured.LOSS, line(0.1, 2.3), Scale.LINEAR).low()).isZero();
        assertThat(range(Measured.LOSS, line(2.0, 2.3), Scale.LINEAR).low()).isGreaterThan(1.5);
    }

    @Test
    void aPartNeverGoesBeyondAll() {
        assertThat(range(Measured.ACCURACY, line(0.1, 0.99), Scale.LINEAR)).isEqualTo(new Range(0, 1));
        Range allRight = range(Measured.ACCURACY, line(1, 1), Scale.LINEAR);
        assertThat(allRight.high()).isEqualTo(1);
        assertThat(allRight.low()).isLessThan(1);
        assertThat(range(Measured.ACCURACY, line(0, 0), Scale.LINEAR).contains(0))
                .isTrue();
    }

    @Test
    void onALogarithmicAxisOnlyWhatIsAboveZeroCounts() {
        Range range = range(Measured.LOSS, line(-1, 2), Scale.LOGARITHMIC);
        assertThat(range.low()).isPositive();
        assertThat(range.contains(2)).isTrue();
    }

    @Test
    void withoutValuesThereIsARangeToo() {
        assertThat(range(Measured.LOSS, new Series(), Scale.LINEAR).span()).isPositive();
        assertThat(range(Measured.LOSS, new Series(), Scale.LOGARITHMIC).low()).isPositive();
    }

    @Test
    void theAxisGrowsInStepsAndEndsWhereTrainingEnds() {
        assertThat(PlotArea.end(0, 6400)).isEqualTo(50);
        assertThat(PlotArea.end(60, 6400)).isEqualTo(100);
        assertThat(PlotArea.end(3000, 6400)).isEqualTo(6400);
        assertThat(PlotArea.end(6400, 6400)).isEqualTo(6400);
        assertThat(PlotArea.end(70, 0)).isEqualTo(70);
    }

    private static Range range(Measured measured, Series series, Scale scale) {
        return AutoRange.of(List.of(Curve.training(series)), measured.kind(), X, scale, 4);
    }

    private static Series line(double from, double to) {
        Series series = new Series();
        series.setSmoothing(0);
        for (int i = 0; i <= 100; i++) {
            series.append(i, from + (to - from) * i / 100);
        }
        return series;
    }
}
