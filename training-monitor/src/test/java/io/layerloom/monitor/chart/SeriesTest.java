package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void smoothingStartsAtTheFirstValueAndStaysOnAConstant() {
        Series series = new Series();
        series.setSmoothing(0.9);
        for (int i = 0; i < 100; i++) {
            series.append(i, 3);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(series.smoothed(i)).isCloseTo(3, within(1e-6));
        }
    }

    @Test
    void smoothingIsTheWeightedMeanOfThePast() {
        Series series = new Series();
        series.setSmoothing(0.5);
        series.append(1, 4);
        series.append(2, 1);
        // Weights 1/4 and 1/2, made up to one.
        assertThat(series.smoothed(1)).isCloseTo((4 * 0.25 + 1 * 0.5) / 0.75, within(1e-6));
    }

    @Test
    void anotherWeightGivesWhatItWouldHaveGivenFromTheStart() {
        Series late = new Series();
        Series early = new Series();
        early.setSmoothing(0.6);
        for (int i = 0; i < 500; i++) {
            late.append(i, Math.sin(i));
            early.append(i, Math.sin(i));
        }
        late.setSmoothing(0.6);
        for (int i = 0; i < 500; i++) {
            assertThat(late.smoothed(i)).isCloseTo(early.smoothed(i), within(1e-6));
        }
    }

    @Test
    void noSmoothingIsTheValueItself() {
        Series series = new Series();
        series.setSmoothing(0);
        series.append(1, 4);
        series.append(2, 1);
        assertThat(series.smoothed(1)).isEqualTo(1);
    }

    @Test
    void passesOverWhatIsNoNumberOrGoesBack() {
        Series series = new Series();
        series.append(1, 4);
        series.append(2, Double.NaN);
        series.append(0.5, 4);
        series.append(3, Double.POSITIVE_INFINITY);
        assertThat(series.size()).isEqualTo(1);
    }

    @Test
    void findsPointsByX() {
        Series series = new Series();
        assertThat(series.nearest(3)).isEqualTo(-1);
        for (int x = 10; x <= 50; x += 10) {
            series.append(x, x);
        }
        assertThat(series.indexAt(10)).isZero();
        assertThat(series.indexAt(11)).isEqualTo(1);
        assertThat(series.indexAt(51)).isEqualTo(5);
        assertThat(series.nearest(14)).isZero();
        assertThat(series.nearest(16)).isEqualTo(1);
        assertThat(series.nearest(1000)).isEqualTo(4);
        assertThat(series.nearest(-5)).isZero();
    }
}
