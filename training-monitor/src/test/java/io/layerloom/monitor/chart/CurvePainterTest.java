package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CurvePainterTest {
    private static final int RED = 0xFF0000;
    private static final int PAD = 2;

    private PlotImage image;
    private CurvePainter painter;
    private Series series;

    @BeforeEach
    void emptyImage() {
        image = new PlotImage(100 + 2 * PAD, 50 + 2 * PAD);
        View view = new View(new Range(0, 1000), new Range(0, 1), Scale.LINEAR, 100, 50);
        painter = new CurvePainter(image, view, PAD);
        series = new Series();
        series.setSmoothing(0);
    }

    @Test
    void aBandReachesFromTheLeastToTheGreatestValueOfAColumn() {
        for (int i = 0; i < 1000; i++) {
            series.append(i, i % 10 == 3 ? 0.8 : i % 10 == 7 ? 0.2 : 0.5);
        }
        painter.band(series, RED, 1);
        for (int column = 2; column < 98; column++) {
            assertThat(image.pixel(column + PAD, PAD + 10)).isEqualTo(0xFFFF0000);
            assertThat(image.pixel(column + PAD, PAD + 39)).isEqualTo(0xFFFF0000);
            assertThat(image.pixel(column + PAD, PAD + 8)).isZero();
            assertThat(image.pixel(column + PAD, PAD + 41)).isZero();
        }
    }

    @Test
    void betweenFarPointsABandIsTheLineThroughThem() {
        series.append(0, 0);
        series.append(1000, 1);
        painter.band(series, RED, 1);
        assertThat(alpha(50, 25)).isPositive();
        assertThat(alpha(50, 10)).isZero();
        assertThat(alpha(50, 40)).isZero();
    }

    @Test
    void aLineHasItsThicknessAndStaysInItsPlace() {
        series.append(0, 0.5);
        series.append(1000, 0.5);
        painter.line(Curve.training(series), 2, RED, 1);
        assertThat(alpha(30, 24)).isEqualTo(255);
        assertThat(alpha(30, 25)).isEqualTo(255);
        assertThat(alpha(30, 23)).isZero();
        assertThat(alpha(30, 26)).isZero();
    }

    @Test
    void aLineEndsWithItsLastPoint() {
        series.append(200, 0.5);
        series.append(600, 0.5);
        painter.line(Curve.training(series), 2, RED, 1);
        assertThat(alpha(19, 25)).isZero();
        assertThat(alpha(20, 25)).isPositive();
        assertThat(alpha(59, 25)).isPositive();
        assertThat(alpha(60, 25)).isZero();
    }

    @Test
    void halfCoveringMixesHalfOfEachColour() {
        image.band(0, new double[] {0}, new double[] {1}, 1, 0xFFFFFF, 1);
        image.band(0, new double[] {0}, new double[] {1}, 1, 0x000000, 0.5);
        assertThat(image.pixel(0, 0)).isEqualTo(0xFF7F7F7F);
    }

    @Test
    void nothingIsDrawnOutsideOrForNothing() {
        painter.band(series, RED, 1);
        painter.line(Curve.training(series), 2, RED, 1);
        painter.dots(Curve.validation(series), 3, 1, RED);
        series.append(0, 5);
        series.append(1000, -5);
        painter.band(series, RED, 1);
        painter.line(Curve.training(series), 2, RED, 1);
        painter.dots(Curve.validation(series), 3, 1, RED);
        assertThat(alpha(45, 25)).isPositive();
        assertThat(alpha(2, 25)).isZero();
    }

    private int alpha(int column, int row) {
        return image.pixel(column + PAD, row + PAD) >>> 24;
    }
}
