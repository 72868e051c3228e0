package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer computes from the rows of a batch, and the gradient of it. Each span of examples goes through it on its own, so threads need not wait for each other; only the gradients
 * of the weights are computed after all have come back, and shared out anew.
 */
abstract class RowCore {

    /** No room yet. */
    static Matrix none(DataType type) {
        return Matrix.of(type, 0, 0);
    }

    /** What the core learns. */
    List<LearnedArray> learned() {
        return List.of();
    }

    /** The names of what it learns. */
    List<String> names() {
        return learned().stream().map(LearnedArray::name).toList();
    }

    /** About how many multiply-adds a row costs. */
    double multiplyAdds() {
        return learned().stream().mapToLong(LearnedArray::length).sum();
    }

    /** Whether it gives one row for each example instead of one for each step. */
    boolean givesOneRow() {
        return false;
    }

    /** Whether examples go through it a few at a time, as many as the second cache has room for, instead of all at once. */
    boolean goesInPieces() {
        return true;
    }

    /** Takes the numbers that were learned so far, by their names. */
    void take(Function<String, INDArray> arrays) {}

    /** Takes the arrays that gradients go to, by their names. */
    void takeGradients(Map<String, INDArray> arrays) {}

    /** One of such arrays. */
    static INDArray array(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), () -> "No gradient " + name);
    }

    /** Makes room for a batch. */
    abstract void prepare(RowBatch batch);

    /** From what comes in to what goes out; both hold all rows of the batch, of which the span's are to be computed. */
    abstract void forward(Matrix in, Matrix out, RowSpan span);

    /** From the gradient of what went out to that of what came in, which it may leave out if nobody wants it. Must leave the first as it is. */
    abstract void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span);

    /** After all spans are back: one of several shares of the gradients of what is learned. */
    void gradient(int share, int shares) {}
}
