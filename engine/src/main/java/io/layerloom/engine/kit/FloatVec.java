package io.layerloom.engine.kit;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** Numbers of single precision. */
final class FloatVec extends Vec {

    final float[] values;

    FloatVec(int length) {
        values = new float[length];
    }

    private static float[] of(Vec vec) {
        return ((FloatVec) vec).values;
    }

    @Override
    DataType type() {
        return DataType.FLOAT;
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
        values[index] = (float) value;
    }

    @Override
    void fill(double value) {
        Arrays.fill(values, (float) value);
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
        float by = (float) factor;
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }

    @Override
    void add(Vec a) {
        float[] x = of(a);
        for (int i = 0; i < values.length; i++) {
            values[i] += x[i];
        }
    }

    @Override
    void times(Vec a) {
        float[] x = of(a);
        for (int i = 0; i < values.length; i++) {
            values[i] *= x[i];
        }
    }

    @Override
    void product(Vec a, Vec b) {
        float[] x = of(a);
        float[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i] * y[i];
        }
    }

    @Override
    void difference(Vec a, Vec b) {
        float[] x = of(a);
        float[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i] - y[i];
        }
    }

    @Override
    void addProduct(Vec a, Vec b) {
        float[] x = of(a);
        float[] y = of(b);
        for (int i = 0; i < values.length; i++) {
            values[i] += x[i] * y[i];
        }
    }

    @Override
    void sigmoid() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f * QuickTanh.of(0.5f * values[i]) + 0.5f;
        }
    }

    @Override
    void timesSigmoidSlope(Vec y) {
        float[] s = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] *= s[i] * (1 - s[i]);
        }
    }

    @Override
    void tanh() {
        for (int i = 0; i < values.length; i++) {
            values[i] = QuickTanh.of(values[i]);
        }
    }

    @Override
    void timesTanhSlope(Vec y) {
        float[] t = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 - t[i] * t[i];
        }
    }

    @Override
    void gelu(boolean exact) {
        if (exact) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= normal(values[i]);
            }
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= 0.5f * QuickTanh.of(0.851f * values[i]) + 0.5f;
        }
    }

    @Override
    void timesGeluSlope(Vec x, boolean exact) {
        float[] in = of(x);
        if (exact) {
            // In two loops, since the compiler makes no vector instructions of one that is so long.
            float[] along = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                along[i] = in[i] * density(in[i]);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] *= normal(in[i]) + along[i];
            }
            return;
        }
        for (int i = 0; i < values.length; i++) {
            float s = 0.5f * QuickTanh.of(0.851f * in[i]) + 0.5f;
            values[i] *= s + 1.702f * in[i] * s * (1 - s);
        }
    }

    /** The part of a normal distribution below x, right to 3 · 10⁻⁷: (1 + erf(x / √2)) / 2, the error function as a quotient of polynomials with the coefficients of Eigen. */
    private static float normal(float of) {
        float x = Math.max(-4, Math.min(4, of * 0.70710678f));
        float q = x * x;
        float up = q * -2.72614225801306e-10f + 2.77068142495902e-08f;
        up = q * up - 2.10102402082508e-06f;
        up = q * up - 5.69250639462346e-05f;
        up = q * up - 7.34990630326855e-04f;
        up = q * up - 2.95459980854025e-03f;
        up = q * up - 1.60960333262415e-02f;
        float down = q * -1.45660718464996e-05f - 2.13374055278905e-04f;
        down = q * down - 1.68282697438203e-03f;
        down = q * down - 7.37332916720468e-03f;
        down = q * down - 1.42647390514189e-02f;
        return 0.5f * (x * up / down) + 0.5f;
    }

    /** The density of a normal distribution, right to 10⁻⁶: the 32nd power of a polynomial. */
    private static float density(float of) {
        float x = Math.max(-0.625f, of * of * -0.015625f);
        float y = x * (1 / 5040f) + 1 / 720f;
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
        return y * y * 0.39894228f;
    }

    @Override
    void relu() {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    @Override
    void timesReluSlope(Vec y) {
        float[] r = of(y);
        for (int i = 0; i < values.length; i++) {
            values[i] = r[i] > 0 ? values[i] : 0;
        }
    }
}
