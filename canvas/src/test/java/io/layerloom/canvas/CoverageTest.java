package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Lines and areas as pixels: as much of each pixel is coloured as is covered, wherever the window ends. */
class CoverageTest {

    private static final int WHITE = 0xFFFFFFFF;

    private static int level(Raster raster, int x, int y) {
        return raster.pixels[y * raster.width + x] & 0xFF;
    }

    private static Outlines on(Raster raster) {
        raster.fill(0);
        return new Outlines(new Coverage(raster), false);
    }

    /** How many pixels are covered, parts added up. */
    private static double area(Raster raster) {
        double sum = 0;
        for (int pixel : raster.pixels) {
            sum += (pixel & 0xFF) / 255.0;
        }
        return sum;
    }

    @Test
    void aBoxThatEndsWithinPixelsCoversThemInPart() {
        Raster raster = new Raster(40, 20);
        Outlines outlines = on(raster);
        outlines.box(3.5, 4.25, 10, 5, 0);
        outlines.fill(WHITE);
        assertThat(level(raster, 8, 6)).isEqualTo(255);
        assertThat(level(raster, 3, 6)).isCloseTo(128, within(2));
        assertThat(level(raster, 8, 4)).isCloseTo(191, within(2));
        assertThat(level(raster, 8, 9)).isCloseTo(64, within(2));
        assertThat(level(raster, 2, 6)).isZero();
        assertThat(level(raster, 14, 6)).isZero();
        assertThat(area(raster)).isCloseTo(50, within(0.3));
    }

    @Test
    void aFrameIsHollow() {
        Raster raster = new Raster(60, 40);
        Outlines outlines = on(raster);
        outlines.frame(10, 8, 40, 24, 6, 2);
        outlines.fill(WHITE);
        assertThat(level(raster, 30, 20)).isZero();
        assertThat(level(raster, 30, 8)).isEqualTo(255);
        assertThat(level(raster, 10, 20)).isEqualTo(255);
        assertThat(level(raster, 5, 20)).isZero();
    }

    @Test
    void whereTwoLinesCrossIsCoveredOnce() {
        Raster raster = new Raster(40, 40);
        Outlines outlines = on(raster);
        outlines.move(5, 20);
        outlines.point(35, 20);
        outlines.stroke(4);
        outlines.move(20, 35);
        outlines.point(20, 5);
        outlines.stroke(4);
        outlines.fill(0x80FFFFFF);
        assertThat(level(raster, 20, 20)).isEqualTo(level(raster, 10, 20)).isCloseTo(128, within(2));
    }

    @Property(tries = 300)
    void aLineHasItsLengthTimesItsWidth(
            @ForAll @DoubleRange(min = 10, max = 190) double x0,
            @ForAll @DoubleRange(min = 10, max = 90) double y0,
            @ForAll @DoubleRange(min = 10, max = 190) double x1,
            @ForAll @DoubleRange(min = 10, max = 90) double y1,
            @ForAll @DoubleRange(min = 1, max = 5) double width) {
        Raster raster = new Raster(200, 100);
        Outlines outlines = on(raster);
        outlines.move(x0, y0);
        outlines.point(x1, y1);
        outlines.stroke(width);
        outlines.fill(WHITE);
        double expected = Math.hypot(x1 - x0, y1 - y0) * width;
        assertThat(area(raster)).isCloseTo(expected, within(0.5 + expected * 0.01));
    }

    /** A window shows just what a larger one shows in the same place, whatever sticks out of it. */
    @Property(tries = 300)
    void aWindowCutsWithoutATrace(
            @ForAll @Size(8) List<@DoubleRange(min = -300, max = 300) Double> at,
            @ForAll @DoubleRange(min = 1, max = 6) double width) {
        Raster small = new Raster(90, 50);
        Raster large = new Raster(690, 650);
        curve(on(small), at, width, 0);
        curve(on(large), at, width, 300);
        for (int y = 0; y < small.height; y++) {
            for (int x = 0; x < small.width; x++) {
                assertThat(level(small, x, y))
                        .as("pixel %d, %d", x, y)
                        .isCloseTo(level(large, x + 300, y + 300), within(2));
            }
        }
    }

    private static void curve(Outlines outlines, List<Double> at, double width, double offset) {
        outlines.move(at.get(0) + offset, at.get(1) + offset);
        outlines.curve(
                at.get(2) + offset,
                at.get(3) + offset,
                at.get(4) + offset,
                at.get(5) + offset,
                at.get(6) + offset,
                at.get(7) + offset);
        outlines.stroke(width);
        outlines.fill(WHITE);
    }
}
