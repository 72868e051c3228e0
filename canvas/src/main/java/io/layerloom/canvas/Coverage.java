package io.layerloom.canvas;

/**
 * Fills what lies between edges. The part of each pixel that is covered is exact: an edge adds the signed area to its right to the pixels that it crosses, and sums along the rows give the coverage, as FreeType's
 * smooth rasterizer does it. Outlines must run one way round; where they overlap, a pixel is covered once.
 */
final class Coverage {

    private static final float LEAST = 1 / 512f;

    /** Words of a row's groups. */
    private static final int WORDS = 4;

    private final Raster raster;
    private final int stride;
    private final float[] sums;

    /** For each row, a bit for each group of columns in which an edge lies: most of a row has none. */
    private final long[] groups;

    private final int groupBits;
    private int top;
    private int bottom;

    Coverage(Raster raster) {
        this.raster = raster;
        stride = raster.width + 2;
        sums = new float[stride * raster.height];
        groups = new long[WORDS * raster.height];
        groupBits = Math.max(3, 32 - Integer.numberOfLeadingZeros((stride - 1) / (WORDS * Long.SIZE)));
        top = raster.height;
        bottom = -1;
    }

    /** One edge of an outline. */
    void edge(double x0, double y0, double x1, double y1) {
        if (y0 < y1) {
            down(x0, y0, x1, y1, 1);
        } else if (y1 < y0) {
            down(x1, y1, x0, y0, -1);
        }
    }

    private void down(double x0, double y0, double x1, double y1, double sign) {
        double slope = (x1 - x0) / (y1 - y0);
        double from = Math.max(0, y0);
        double to = Math.min(raster.height, y1);
        if (from >= to) {
            return;
        }
        int row = (int) from;
        top = Math.min(top, row);
        double x = x0 + (from - y0) * slope;
        for (double y = from; y < to; row++) {
            double next = Math.min(row + 1, to);
            double end = x + (next - y) * slope;
            cross(row, Math.min(x, end), Math.max(x, end), (next - y) * sign);
            x = end;
            y = next;
        }
        bottom = Math.max(bottom, row - 1);
    }

    /** A stretch of an edge within a row; what lies beside the raster counts only as far as it covers what is to its right. */
    private void cross(int row, double from, double to, double height) {
        double left = from;
        double right = to;
        double share = height;
        if (right <= 0) {
            add(row, 0, share);
            return;
        }
        if (left >= raster.width) {
            return;
        }
        if (left < 0) {
            double outside = share * -left / (right - left);
            add(row, 0, outside);
            share -= outside;
            left = 0;
        }
        if (right > raster.width) {
            share *= (raster.width - left) / (right - left);
            right = raster.width;
        }
        spread(row, left, right, share);
    }

    private void spread(int row, double left, double right, double height) {
        int column = (int) left;
        if (right <= column + 1) {
            double beyond = height * ((left + right) / 2 - column);
            add(row, column, height - beyond);
            add(row, column + 1, beyond);
            return;
        }
        double rise = height / (right - left);
        double rest = column + 1 - left;
        double first = rest * rise * rest / 2;
        add(row, column, first);
        double covered = rest * rise;
        double before = first;
        column++;
        // What a pixel adds is how much more of it is covered than of the one to its left.
        for (; column + 1 < right; column++) {
            double now = covered + rise / 2;
            add(row, column, now - before);
            before = now;
            covered += rise;
        }
        double tail = right - column;
        double now = covered + tail * rise - tail * rise * tail / 2;
        add(row, column, now - before);
        add(row, column + 1, height - now);
    }

    private void add(int row, int column, double area) {
        sums[row * stride + column] += (float) area;
        int group = column >>> groupBits;
        groups[row * WORDS + (group >>> 6)] |= 1L << group;
    }

    /** Fills what the edges so far enclose, and forgets them. */
    void fill(int argb) {
        float full = 256 * ((argb >>> 24) / 255f);
        for (int row = top; row <= bottom; row++) {
            fillRow(row, argb, full);
        }
        top = raster.height;
        bottom = -1;
    }

    private void fillRow(int row, int argb, float full) {
        float sum = 0;
        int done = 0;
        for (int word = 0; word < WORDS; word++) {
            long bits = groups[row * WORDS + word];
            groups[row * WORDS + word] = 0;
            while (bits != 0) {
                int from = (word * Long.SIZE + Long.numberOfTrailingZeros(bits)) << groupBits;
                bits &= bits - 1;
                if (from > done && Math.abs(sum) > LEAST) {
                    solid(row, done, from, argb, share(sum, full));
                }
                done = Math.min(from + (1 << groupBits), stride);
                sum = fill(row, from, done, sum, argb, full);
            }
        }
        if (Math.abs(sum) > LEAST) {
            solid(row, done, raster.width, argb, share(sum, full));
        }
    }

    private float fill(int row, int from, int to, float before, int argb, float full) {
        int base = row * stride;
        int target = row * raster.width;
        float sum = before;
        for (int column = from; column < to; column++) {
            sum += sums[base + column];
            sums[base + column] = 0;
            if (Math.abs(sum) > LEAST && column < raster.width) {
                raster.blend(target + column, argb, share(sum, full));
            }
        }
        return sum;
    }

    private static int share(float sum, float full) {
        return (int) (Math.min(1, Math.abs(sum)) * full + 0.5f);
    }

    private void solid(int row, int from, int to, int argb, int share) {
        int target = row * raster.width;
        for (int column = from; column < to; column++) {
            raster.blend(target + column, argb, share);
        }
    }
}
