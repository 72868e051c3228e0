package io.layerloom.engine.kit;

import java.util.Arrays;

/** In double precision, for gradient checks; clear rather than fast. */
final class DoubleRowMath extends RowMath {

    private static double[] of(Vec vec) {
        return ((DoubleVec) vec).values;
    }

    @Override
    void softmax(Vec scores, int rows, int columns, double scale, boolean causal, boolean[] closed) {
        double[] s = of(scores);
        double by = scale;
        for (int row = 0; row < rows; row++) {
            int from = row * columns;
            int to = from + (causal ? Math.min(columns, row + 1) : columns);
            Arrays.fill(s, to, from + columns, 0);
            for (int i = 0; i < closed.length && from + i < to; i++) {
                s[from + i] = closed[i] ? Double.NEGATIVE_INFINITY : s[from + i];
            }
            double most = most(s, from, to);
            if (most == Double.NEGATIVE_INFINITY) {
                Arrays.fill(s, from, to, 0);
                continue;
            }
            exp(s, from, to, by, most);
            for (int i = 0; i < closed.length && from + i < to; i++) {
                s[from + i] = closed[i] ? 0 : s[from + i];
            }
            double factor = 1 / sum(s, from, to - from);
            for (int i = from; i < to; i++) {
                s[i] *= factor;
            }
        }
    }

    private static double most(double[] s, int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = Math.max(most, s[i]);
        }
        return most;
    }

    private static void exp(double[] s, int from, int to, double by, double most) {
        for (int i = from; i < to; i++) {
            s[i] = Math.exp((s[i] - most) * by);
        }
    }

    /** The sum of products. */
    private static double sum(double[] x, double[] y, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double sum(double[] x, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += x[i];
        }
        return sum;
    }

    @Override
    void softmaxBack(Vec probabilities, Vec slopes, int rows, int columns, double scale) {
        double[] p = of(probabilities);
        double[] d = of(slopes);
        double by = scale;
        for (int row = 0; row < rows; row++) {
            int from = row * columns;
            double sum = sum(p, d, from, columns);
            for (int i = from; i < from + columns; i++) {
                d[i] = p[i] * (d[i] - sum) * by;
            }
        }
    }

    @Override
    void normalize(Vec values, int rows, int width, double epsilon, Vec factors, int at) {
        double[] x = of(values);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            double mean = sum(x, from, width) / width;
            for (int i = from; i < from + width; i++) {
                x[i] -= mean;
            }
            double factor = 1 / Math.sqrt(sum(x, x, from, width) / width + epsilon);
            factors.set(at + row, factor);
            for (int i = from; i < from + width; i++) {
                x[i] *= factor;
            }
        }
    }

    @Override
    void normalizeBack(Vec normal, Vec slopes, int rows, int width, Vec factors, int at) {
        double[] x = of(normal);
        double[] d = of(slopes);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            double mean = sum(d, from, width) / width;
            double along = sum(x, d, from, width) / width;
            double factor = factors.get(at + row);
            for (int i = from; i < from + width; i++) {
                d[i] = (d[i] - mean - x[i] * along) * factor;
            }
        }
    }

    @Override
    void scaleAndShift(Vec values, int rows, Vec gain, Vec bias) {
        double[] x = of(values);
        double[] g = of(gain);
        double[] b = of(bias);
        for (int row = 0; row < rows; row++) {
            int from = row * g.length;
            for (int i = 0; i < g.length; i++) {
                x[from + i] = x[from + i] * g[i] + b[i];
            }
        }
    }

    @Override
    void scaleBack(Vec values, Vec slopes, int rows, Vec gain, Vec products, Vec sums) {
        double[] x = of(values);
        double[] d = of(slopes);
        double[] g = of(gain);
        double[] p = of(products);
        double[] s = of(sums);
        for (int row = 0; row < rows; row++) {
            int from = row * g.length;
            for (int i = 0; i < g.length; i++) {
                s[i] += d[from + i];
                p[i] += d[from + i] * x[from + i];
            }
            for (int i = 0; i < g.length; i++) {
                d[from + i] *= g[i];
            }
        }
    }

    @Override
    void add(Vec values, Vec others, int count) {
        double[] x = of(values);
        double[] y = of(others);
        for (int i = 0; i < count; i++) {
            x[i] += y[i];
        }
    }

    @Override
    void drop(Vec values, int count, long start, long first, double kept) {
        double[] x = of(values);
        double factor = (1 / kept);
        long threshold = (long) (kept * (1L << 32));
        for (int i = 0; i < count; i++) {
            x[i] *= mixed(start + first + i) >>> 32 < threshold ? factor : 0;
        }
    }

    @Override
    void sumColumns(Vec values, int rows, Vec sums) {
        double[] x = of(values);
        double[] s = of(sums);
        for (int at = 0; at < rows * s.length; at += s.length) {
            for (int i = 0; i < s.length; i++) {
                s[i] += x[at + i];
            }
        }
    }

    @Override
    void addToEach(Vec values, int rows, Vec row) {
        double[] x = of(values);
        double[] y = of(row);
        for (int at = 0; at < rows * y.length; at += y.length) {
            for (int i = 0; i < y.length; i++) {
                x[at + i] += y[i];
            }
        }
    }

    @Override
    void products(Vec values, int rows, Vec by, Vec into, int at) {
        double[] x = of(values);
        double[] y = of(by);
        double[] out = of(into);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += x[row * y.length + i] * y[i];
            }
            out[at + row] = sum;
        }
    }

    @Override
    void productsBack(
            Vec active, int rows, Vec by, Vec slopes, int at, Vec slopesBy, Vec slopesOfAll, Vec slopesOfEach) {
        double[] t = of(active);
        double[] y = of(by);
        double[] d = of(slopes);
        double[] dy = of(slopesBy);
        double[] all = of(slopesOfAll);
        double[] each = of(slopesOfEach);
        for (int row = 0; row < rows; row++) {
            int from = row * y.length;
            double slope = d[at + row];
            for (int i = 0; i < y.length; i++) {
                dy[i] += slope * t[from + i];
                t[from + i] = slope * y[i] * (1 - t[from + i] * t[from + i]);
            }
            for (int i = 0; i < y.length; i++) {
                all[i] += t[from + i];
                each[from + i] += t[from + i];
            }
        }
    }
}
