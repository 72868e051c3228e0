package io.layerloom.monitor;

import java.util.Arrays;

/**
 * What a person drew, as a square of darkness from 0 to 1, and how it becomes the input of a network.
 *
 * <p>Networks for digits expect what the makers of MNIST did to theirs: the digit alone is scaled to fit 20 × 20, its centre of mass put into the middle of
 * 28 × 28. Without this a drawing in a corner, or a small one, is nothing that the network has ever seen.
 */
final class Ink {
    /** Cells along each side of the drawing. */
    static final int SIZE = 224;

    private static final float VISIBLE = 0.05f;
    private static final double BOX = 20.0 / 28.0;
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
            if (cell > VISIBLE) {
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
        float[] out = new float[height * width];
        int[] box = bounds();
        if (box.length == 0) {
            return out;
        }
        int boxHeight = box[2] - box[0];
        int boxWidth = box[3] - box[1];
        double scale = BOX * Math.min(height, width) / Math.max(boxHeight, boxWidth);
        int rows = (int) Math.max(1, Math.round(boxHeight * scale));
        int columns = (int) Math.max(1, Math.round(boxWidth * scale));
        double[] small = shrink(box, rows, columns);
        double[] centre = centreOfMass(small, rows, columns);
        int top = (int) Math.round(height / 2.0 - centre[0]);
        int left = (int) Math.round(width / 2.0 - centre[1]);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int y = top + row;
                int x = left + column;
                if (y >= 0 && y < height && x >= 0 && x < width) {
                    out[y * width + x] = (float) small[row * columns + column];
                }
            }
        }
        return out;
    }

    /** Top, left, bottom and right of what was drawn, the latter two exclusive; empty for nothing. */
    private int[] bounds() {
        int top = SIZE;
        int left = SIZE;
        int bottom = -1;
        int right = -1;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (cells[row * SIZE + column] > VISIBLE) {
                    top = Math.min(top, row);
                    bottom = row;
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                }
            }
        }
        return bottom < 0 ? new int[0] : new int[] {top, left, bottom + 1, right + 1};
    }

    /** Each new cell is the mean of the old cells that it covers, parts of cells counted as parts. */
    private double[] shrink(int[] box, int rows, int columns) {
        double[] small = new double[rows * columns];
        double cellHeight = (double) (box[2] - box[0]) / rows;
        double cellWidth = (double) (box[3] - box[1]) / columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double top = box[0] + row * cellHeight;
                double left = box[1] + column * cellWidth;
                small[row * columns + column] = mean(top, left, top + cellHeight, left + cellWidth);
            }
        }
        return small;
    }

    private double mean(double top, double left, double bottom, double right) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(SIZE, bottom); y++) {
            double high = Math.min(bottom, y + 1.0) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(SIZE, right); x++) {
                double wide = Math.min(right, x + 1.0) - Math.max(left, x);
                sum += cells[y * SIZE + x] * high * wide;
            }
        }
        return Math.min(1, sum / ((bottom - top) * (right - left)));
    }

    private static double[] centreOfMass(double[] cells, int rows, int columns) {
        double mass = 0;
        double y = 0;
        double x = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double dark = cells[row * columns + column];
                mass += dark;
                y += dark * (row + 0.5);
                x += dark * (column + 0.5);
            }
        }
        return mass == 0 ? new double[] {rows / 2.0, columns / 2.0} : new double[] {y / mass, x / mass};
    }
}
