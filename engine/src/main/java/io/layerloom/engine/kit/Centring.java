package io.layerloom.engine.kit;

/**
 * Puts bright strokes on black, in a picture of any size, where a network for digits expects them.
 *
 * <p>The makers of MNIST scaled each digit alone to fit 20 × 20 and put its centre of mass into the middle of 28 × 28. Without this a digit in a corner, or a small one, is nothing
 * that such a network has ever seen.
 */
public final class Centring {

    /** What is darker than this is background, not stroke. */
    public static final float VISIBLE = 0.05f;

    private static final double BOX = 20.0 / 28.0;

    private final float[] cells;
    private final int rows;
    private final int columns;

    private Centring(float[] cells, int rows, int columns) {
        this.cells = cells;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A picture of {@code height} × {@code width} cells.
     *
     * @param cells the brightness of each cell, 0 to 1, row by row
     * @param rows how many rows of cells there are
     * @param columns how many cells a row has
     * @return cells row by row; all 0 if nothing is visible
     */
    public static float[] of(float[] cells, int rows, int columns, int height, int width) {
        return new Centring(cells, rows, columns).in(height, width);
    }

    private float[] in(int height, int width) {
        float[] out = new float[height * width];
        int[] box = bounds();
        if (box.length == 0) {
            return out;
        }
        int boxHeight = box[2] - box[0];
        int boxWidth = box[3] - box[1];
        double scale = BOX * Math.min(height, width) / Math.max(boxHeight, boxWidth);
        int high = (int) Math.max(1, Math.round(boxHeight * scale));
        int wide = (int) Math.max(1, Math.round(boxWidth * scale));
        double[] small = shrink(box, high, wide);
        double[] centre = centreOfMass(small, high, wide);
        int top = (int) Math.round(height / 2.0 - centre[0]);
        int left = (int) Math.round(width / 2.0 - centre[1]);
        for (int row = 0; row < high; row++) {
            for (int column = 0; column < wide; column++) {
                int y = top + row;
                int x = left + column;
                if (y >= 0 && y < height && x >= 0 && x < width) {
                    out[y * width + x] = (float) small[row * wide + column];
                }
            }
        }
        return out;
    }

    /** Top, left, bottom and right of what is visible, the latter two exclusive; empty for nothing. */
    private int[] bounds() {
        int top = rows;
        int left = columns;
        int bottom = -1;
        int right = -1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (cells[row * columns + column] > VISIBLE) {
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
    private double[] shrink(int[] box, int high, int wide) {
        double[] small = new double[high * wide];
        double cellHeight = (double) (box[2] - box[0]) / high;
        double cellWidth = (double) (box[3] - box[1]) / wide;
        for (int row = 0; row < high; row++) {
            for (int column = 0; column < wide; column++) {
                double top = box[0] + row * cellHeight;
                double left = box[1] + column * cellWidth;
                small[row * wide + column] = mean(top, left, top + cellHeight, left + cellWidth);
            }
        }
        return small;
    }

    private double mean(double top, double left, double bottom, double right) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(rows, bottom); y++) {
            double high = Math.min(bottom, y + 1.0) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(columns, right); x++) {
                double wide = Math.min(right, x + 1.0) - Math.max(left, x);
                sum += cells[y * columns + x] * high * wide;
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
                double bright = cells[row * columns + column];
                mass += bright;
                y += bright * (row + 0.5);
                x += bright * (column + 0.5);
            }
        }
        return mass == 0 ? new double[] {rows / 2.0, columns / 2.0} : new double[] {y / mass, x / mass};
    }
}
