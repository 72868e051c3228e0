package io.layerloom.monitor;

import io.layerloom.engine.kit.Centring;
import java.util.Arrays;

/** What a person drew, as a square of darkness from 0 to 1, and how it becomes the input of a network: by {@link Centring}, as pictures do in exported projects. */
final class Ink {
    /** Cells along each side of the drawing. */
    static final int SIZE = 224;

    private static final double RADIUS = SIZE * 0.042;
    private static final double FEATHER = SIZE * 0.012;

    private final float[] cells = new float[SIZE * SIZE];

    float[] cells() {
        return cells;
    }

    void clear() {
        Arrays.fill(cells, 0);
    }

    boolean isEmpty() {
        for (float cell : cells) {
            if (cell > Centring.VISIBLE) {
                return false;
            }
        }
        return true;
    }

    /** Draws a line with a soft round brush; coordinates from 0 to {@link #SIZE}. */
    void stroke(double fromX, double fromY, double toX, double toY) {
        int steps = (int) Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY)));
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            stamp(fromX + part * (toX - fromX), fromY + part * (toY - fromY));
        }
    }

    private void stamp(double x, double y) {
        double reach = RADIUS + FEATHER;
        int top = (int) Math.max(0, Math.floor(y - reach));
        int bottom = (int) Math.min(SIZE - 1.0, Math.ceil(y + reach));
        int left = (int) Math.max(0, Math.floor(x - reach));
        int right = (int) Math.min(SIZE - 1.0, Math.ceil(x + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                float dark = (float) Math.max(0, Math.min(1, (reach - distance) / (2 * FEATHER)));
                int at = row * SIZE + column;
                cells[at] = Math.max(cells[at], dark);
            }
        }
    }

    /** The drawing as an image of {@code height} × {@code width} cells, scaled and centred as MNIST's digits are; all 0 for an empty one. */
    float[] centred(int height, int width) {
        return Centring.of(cells, SIZE, SIZE, height, width);
    }
}
