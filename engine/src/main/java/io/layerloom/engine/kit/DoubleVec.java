package io.layerloom.engine.kit;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** Numbers of double precision, for gradient checks; clear rather than fast. */
final class DoubleVec extends Vec {

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
