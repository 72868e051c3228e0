package io.layerloom.engine.kit;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** Numbers of double precision, for gradient checks; clear rather than fast. */
final class DoubleVec extends Vec {

    /** Hendrycks and Gimpel give 1.702; DL4J multiplies by its single-precision neighbour also where it computes in double precision. */
    private static final double LOGISTIC_SCALE = 1.702f;

    final double[] values;

    DoubleVec(int length) {
        values = new double[length];
    }

    private static double[] of(Vec vec) {
        return ((DoubleVec) vec).values;
    }

    @Override
    DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    int length() {
        return values.length;
    }

    @Override
    double get(int index) {
        return values[index];
    }

    @Override
    void set(int index, double value) {
        values[index] = value;
    }

    @Override
    void fill(double value) {
        Arrays.fill(values, value);
    }

    @Override
    void copy(Vec a) {
        System.arraycopy(of(a), 0, values, 0, values.length);
    }

    @Override
    void copy(Vec a, int from, int to, int count) {
        System.arraycopy(of(a), from, values, to, count);
    }

    @Override
    void scale(double factor) {
        double by = factor;
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }

    @Override
    void add(Vec a) {
        double[] x = of(a);
        for (int i = 0; i < values.length; i++) {
            values[i] += x[i];
        }
    }

    @Override
    void times(Vec a) {
        double[] x = of(a);
        for (int i = 0; i < values.length; i++) {
            values[i] *= x[i];
        }
    }

    @Override
    void product(Vec a, Vec b) {
        double[] x = of(a);
        double[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i] * y[i];
        }
    }

    @Override
    void difference(Vec a, Vec b) {
        double[] x = of(a);
        double[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i] - y[i];
        }
    }

    @Override
    void addProduct(Vec a, Vec b) {
        double[] x = of(a);
        double[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] += x[i] * y[i];
        }
    }

    @Override
    void sigmoid() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + Math.exp(-values[i]));
        }
    }

    @Override
    void timesSigmoidSlope(Vec y) {
        double[] s = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] *= s[i] * (1 - s[i]);
        }
    }

    @Override
    void tanh() {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.tanh(values[i]);
        }
    }

    @Override
    void timesTanhSlope(Vec y) {
        double[] t = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 - t[i] * t[i];
        }
    }

    @Override
    void gelu(boolean exact) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= exact ? normal(values[i]) : logistic(values[i]);
        }
    }

    @Override
    void timesGeluSlope(Vec x, boolean exact) {
        double[] in = of(x);
        for (int i = 0; i < values.length; i++) {
            double s = exact ? normal(in[i]) : logistic(in[i]);
            double slope =
                    exact ? Math.exp(-0.5 * in[i] * in[i]) / Math.sqrt(2 * Math.PI) : LOGISTIC_SCALE * s * (1 - s);
            values[i] *= s + in[i] * slope;
        }
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-LOGISTIC_SCALE * x));
    }

    /** The part of a normal distribution below x: a series near zero, and a continued fraction far from it (Abramowitz, Stegun, 26.2.11 and 26.2.14). */
    private static double normal(double x) {
        double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
        if (Math.abs(x) < 4) {
            double term = x;
            double sum = x;
            for (int i = 3; i < 160; i += 2) {
                term *= x * x / i;
                sum += term;
            }
            return 0.5 + density * sum;
        }
        double fraction = 0;
        for (int i = 60; i > 0; i--) {
            fraction = i / (Math.abs(x) + fraction);
        }
        double tail = density / (Math.abs(x) + fraction);
        return x > 0 ? 1 - tail : tail;
    }

    @Override
    void relu() {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    @Override
    void timesReluSlope(Vec y) {
        double[] r = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] = r[i] > 0 ? values[i] : 0;
        }
    }
}
