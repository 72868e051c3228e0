package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Real numbers on the heap, of single or double precision, with arithmetic over all of them at once. Two vectors that meet must be equally long and precise.
 *
 * <p>There are no offsets on purpose: where all arrays of a loop run over the same index, the compiler of the JVM makes vector instructions of it, and it does not where they start
 * at different places.
 */
abstract class Vec {

    /** Zeros. */
    static Vec of(DataType type, int length) {
        return type == DataType.DOUBLE ? new DoubleVec(length) : new FloatVec(length);
    }

    /** Several vectors of zeros. */
    static Vec[] several(DataType type, int count, int length) {
        Vec[] all = new Vec[count];
        for (int i = 0; i < count; i++) {
            all[i] = of(type, length);
        }
        return all;
    }

    /** The numbers as an array of DL4J's form [examples, features]; they lie example after example. */
    final INDArray toArray(int examples) {
        INDArray array = Nd4j.createUninitialized(type(), new long[] {examples, length() / examples}, 'c');
        Matrix.on(array, 1, length()).put(this);
        return array;
    }

    /** Takes the numbers of such an array. */
    final void read(INDArray array) {
        Matrix.on(array.dup('c'), 1, length()).get(this);
    }

    abstract DataType type();

    abstract int length();

    abstract double get(int index);

    abstract void set(int index, double value);

    /** Sets all numbers to one. */
    abstract void fill(double value);

    /** {@code a} */
    abstract void copy(Vec a);

    /** Some numbers of {@code a}, from {@code from} on, to {@code to} and behind. */
    abstract void copy(Vec a, int from, int to, int count);

    /** {@code this · factor} */
    abstract void scale(double factor);

    /** {@code this + a} */
    abstract void add(Vec a);

    /** {@code this · a} */
    abstract void times(Vec a);

    /** {@code a · b} */
    abstract void product(Vec a, Vec b);

    /** {@code a - b} */
    abstract void difference(Vec a, Vec b);

    /** {@code this + a · b} */
    abstract void addProduct(Vec a, Vec b);

    /** The logistic function of each number, 1 / (1 + e⁻ˣ). */
    abstract void sigmoid();

    /** {@code this · y · (1 - y)}: the gradient behind a sigmoid whose result was y. */
    abstract void timesSigmoidSlope(Vec y);

    /** The hyperbolic tangent of each number. */
    abstract void tanh();

    /** {@code this · (1 - y²)}: the gradient behind a hyperbolic tangent whose result was y. */
    abstract void timesTanhSlope(Vec y);

    /** x · Φ(x) of each number, or ND4J's stand-in for it, x / (1 + e⁻¹·⁷⁰²ˣ) (Hendrycks, Gimpel, Gaussian error linear units, 2016). */
    abstract void gelu(boolean exact);

    /** {@code this} times the slope of the same function at x. */
    abstract void timesGeluSlope(Vec x, boolean exact);

    /** Zero in the place of each negative number. */
    abstract void relu();

    /** {@code this} where y is positive, else 0: the gradient behind a ReLU whose result was y. */
    abstract void timesReluSlope(Vec y);
}
