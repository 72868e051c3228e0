package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void aSmallDrawingInACornerIsScaledAndCentredAsMnistIs() {
        Ink ink = new Ink();
        ink.stroke(20, 20, 60, 20);
        ink.stroke(60, 20, 30, 80);
        float[] image = ink.centred(28, 28);
        double[] centre = centre(image, 28, 28);
        assertThat(centre[0]).isCloseTo(14, within(0.5));
        assertThat(centre[1]).isCloseTo(14, within(0.5));
        assertThat(extent(image, 28, 28)).isEqualTo(20);
        assertThat(max(image)).isGreaterThan(0.9f).isLessThanOrEqualTo(1f);
    }

    @Test
    void whereSomethingIsDrawnDoesNotMatter() {
        Ink here = new Ink();
        here.stroke(40, 40, 40, 120);
        Ink there = new Ink();
        there.stroke(160, 90, 160, 170);
        assertThat(here.centred(28, 28)).isEqualTo(there.centred(28, 28));
    }

    @Test
    void otherSizesWorkAlike() {
        Ink ink = new Ink();
        ink.stroke(50, 30, 50, 200);
        float[] image = ink.centred(56, 42);
        double[] centre = centre(image, 56, 42);
        assertThat(centre[0]).isCloseTo(28, within(0.5));
        assertThat(centre[1]).isCloseTo(21, within(0.5));
        assertThat(extent(image, 56, 42)).isEqualTo(30);
    }

    @Test
    void nothingDrawnIsNothingSeen() {
        Ink ink = new Ink();
        assertThat(ink.isEmpty()).isTrue();
        assertThat(ink.centred(28, 28)).containsOnly(0f);
        ink.stroke(1, 1, 2, 2);
        assertThat(ink.isEmpty()).isFalse();
        ink.clear();
        assertThat(ink.isEmpty()).isTrue();
    }

    @Test
    void aStrokeBeyondTheEdgeIsCutOff() {
        Ink ink = new Ink();
        ink.stroke(-50, -50, Ink.SIZE + 50, Ink.SIZE + 50);
        assertThat(max(ink.centred(28, 28))).isGreaterThan(0.9f);
    }

    private static double[] centre(float[] image, int height, int width) {
        double mass = 0;
        double y = 0;
        double x = 0;
        for (int i = 0; i < height * width; i++) {
            mass += image[i];
            y += image[i] * (i / width + 0.5);
            x += image[i] * (i % width + 0.5);
        }
        return new double[] {y / mass, x / mass};
    }

    /** The longer side of the box around what is seen. */
    private static int extent(float[] image, int height, int width) {
        int top = height;
        int bottom = -1;
        int left = width;
        int right = -1;
        for (int i = 0; i < height * width; i++) {
            if (image[i] > 0.02) {
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
            }
        }
        return Math.max(bottom - top, right - left) + 1;
    }

    private static float max(float[] image) {
        float max = 0;
        for (float value : image) {
            max = Math.max(max, value);
        }
        return max;
    }
}
