package io.layerloom.engine.kit;

import java.util.Arrays;

/** In single precision. */
final class FloatRowMath extends RowMath {

    private static float[] of(Vec vec) {
        return ((FloatVec) vec).values;
    }

    @Override
    void softmax(Vec scores, int rows, int columns, double scale, boolean causal, boolean[] closed) {
        float[] s = of(scores);
        float by = (float) scale;
        for (int row = 0; row < rows; row++) {
            int from = row * columns;
            int to = from + (causal ? Math.min(columns, row + 1) : columns);
            Arrays.fill(s, to, from + columns, 0);
            for (int i = 0; i < closed.length && from + i < to; i++) {
                s[from + i] = closed[i] ? Float.NEGATIVE_INFINITY : s[from + i];
            }
            float most = most(s, from, to);
            if (most == Float.NEGATIVE_INFINITY) {
                Arrays.fill(s, from, to, 0);
                continue;
            }
            exp(s, from, to, by, most);
            for (int i = 0; i < closed.length && from + i < to; i++) {
                s[from + i] = closed[i] ? 0 : s[from + i];
            }
            float factor = 1 / Sums.of(s, from, to - from);
            for (int i = from; i < to; i++) {
                s[i] *= factor;
            }
        }
    }

    private static float most(float[] s, int from, int to) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        int i = from;
        for (int end = to - 3; i < end; i += 4) {
            a = s[i] > a ? s[i] : a;
            b = s[i + 1] > b ? s[i + 1] : b;
            c = s[i + 2] > c ? s[i + 2] : c;
            d = s[i + 3] > d ? s[i + 3] : d;
        }
        for (; i < to; i++) {
            a = s[i] > a ? s[i] : a;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    /**
     * e^((x - most) · by), right to 10⁻⁵ of itself, and never less than e⁻⁴⁰: the 64th power of a polynomial, because calls of {@code Math.exp} cannot be made vector instructions.
     */
    private static void exp(float[] s, int from, int to, float by, float most) {
        float part = by / 64;
        for (int i = from; i < to; i++) {
            float x = Math.max(-0.625f, (s[i] - most) * part);
            float y = x * (1 / 40320f) + 1 / 5040f;
            y = y * x + 1 / 720f;
            y = y * x + 1 / 120f;
            y = y * x + 1 / 24f;
            y = y * x + 1 / 6f;
            y = y * x + 0.5f;
            y = y * x + 1;
            y = y * x + 1;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            s[i] = y * y;
        }
    }

    @Override
    void softmaxBack(Vec probabilities, Vec slopes, int rows, int columns, double scale) {
        float[] p = of(probabilities);
        float[] d = of(slopes);
        float by = (float) scale;
        for (int row = 0; row < rows; row++) {
            int from = row * columns;
            float sum = Sums.ofProducts(p, d, 0, from, columns);
            for (int i = from; i < from + columns; i++) {
                d[i] = p[i] * (d[i] - sum) * by;
            }
        }
    }

    @Override
    void normalize(Vec values, int rows, int width, double epsilon, Vec factors, int at) {
        float[] x = of(values);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            float mean = Sums.of(x, from, width) / width;
            float variance = Sums.ofSquares(x, mean, from, width) / width;
            float factor = (float) (1 / Math.sqrt(variance + epsilon));
            factors.set(at + row, factor);
            for (int i = from; i < from + width; i++) {
                x[i] = (x[i] - mean) * factor;
            }
        }
    }

    @Override
    void normalizeBack(Vec normal, Vec slopes, int rows, int width, Vec factors, int at) {
        float[] x = of(normal);
        float[] d = of(slopes);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            float mean = Sums.of(d, from, width) / width;
            float along = Sums.ofProducts(x, d, 0, from, width) / width;
            float factor = (float) factors.get(at + row);
            for (int i = from; i < from + width; i++) {
                d[i] = (d[i] - mean - x[i] * along) * factor;
            }
        }
    }

    @Override
    void scaleAndShift(Vec values, int rows, Vec gain, Vec bias) {
        float[] x = of(values);
        float[] g = of(gain);
        float[] b = of(bias);
        for (int row = 0; row < rows; row++) {
            int from = row * g.length;
            for (int i = 0; i < g.length; i++) {
                x[from + i] = x[from + i] * g[i] + b[i];
            }
        }
    }

    @Override
    void scaleBack(Vec values, Vec slopes, int rows, Vec gain, Vec products, Vec sums) {
        float[] x = of(values);
        float[] d = of(slopes);
        float[] g = of(gain);
        float[] p = of(products);
        float[] s = of(sums);
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
        float[] x = of(values);
        float[] y = of(others);
        for (int i = 0; i < count; i++) {
            x[i] += y[i];
        }
    }

    @Override
    void drop(Vec values, int count, long start, long first, double kept) {
        float[] x = of(values);
        float factor = (float) (1 / kept);
        long threshold = (long) (kept * (1L << 32));
        for (int i = 0; i < count; i++) {
            x[i] *= mixed(start + first + i) >>> 32 < threshold ? factor : 0;
        }
    }

    @Override
    void sumColumns(Vec values, int rows, Vec sums) {
        float[] x = of(values);
        float[] s = of(sums);
        for (int at = 0; at < rows * s.length; at += s.length) {
            for (int i = 0; i < s.length; i++) {
                s[i] += x[at + i];
            }
        }
    }

    @Override
    void addToEach(Vec values, int rows, Vec row) {
        float[] x = of(values);
        float[] y = of(row);
        for (int at = 0; at < rows * y.length; at += y.length) {
            for (int i = 0; i < y.length; i++) {
                x[at + i] += y[i];
            }
        }
    }

    @Override
    void products(Vec values, int rows, Vec by, Vec into, int at) {
        float[] x = of(values);
        float[] y = of(by);
        float[] out = of(into);
        for (int row = 0; row < rows; row++) {
            float sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += x[row * y.length + i] * y[i];
            }
            out[at + row] = sum;
        }
    }

    @Override
    void productsBack(
            Vec active, int rows, Vec by, Vec slopes, int at, Vec slopesBy, Vec slopesOfAll, Vec slopesOfEach) {
        float[] t = of(active);
        float[] y = of(by);
        float[] d = of(slopes);
        float[] dy = of(slopesBy);
        float[] all = of(slopesOfAll);
        float[] each = of(slopesOfEach);
        for (int row = 0; row < rows; row++) {
            int from = row * y.length;
            float slope = d[at + row];
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
