package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.weights.IWeightInit;

/**
 * An array of numbers that a layer learns.
 *
 * @param name by which DL4J knows it within the layer
 * @param shape its sizes; two-dimensional weights are [in, out], and lie in memory output after output
 * @param start how the weights are drawn before training; empty for biases and the like, which are not penalized
 * @param initial what biases and the like are before training
 */
record LearnedArray(String name, List<Long> shape, List<IWeightInit> start, double initial) {

    /** Weights from {@code in} to {@code out} numbers. */
    static LearnedArray weights(String name, long in, long out, IWeightInit start) {
        return new LearnedArray(name, List.of(in, out), List.of(start), 0);
    }

    /** A row of numbers that begin with the same value, which no penalty draws toward zero. */
    static LearnedArray row(String name, long size, double initial) {
        return new LearnedArray(name, List.of(1L, size), List.of(), initial);
    }

    boolean isWeights() {
        return !start.isEmpty();
    }

    long length() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** A layer that says what it learns. */
    interface Learner {
        /** What it learns, in the order in which it lies in memory. */
        List<LearnedArray> learned();
    }
}
