package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same weighted sums at each step. */
final class RowLinear extends RowCore {

    private final String name;
    private final int inputs;
    private final int outputs;
    private final boolean biased;
    private final double initialBias;
    private final IWeightInit start;
    private Matrix weights;
    private Matrix bias;
    private Matrix weightSlopes;
    private Matrix biasSlopes;
    private Matrix ones;
    private Matrix in;
    private Matrix slopesOut;

    /** Weighted sums whose weights are called {@code name} and {@code W}, and their biases {@code name} and {@code b}. */
    RowLinear(
            DataType type,
            String name,
            int inputs,
            int outputs,
            IWeightInit start,
            boolean biased,
            double initialBias) {
        this.name = name;
        this.inputs = inputs;
        this.outputs = outputs;
        this.start = start;
        this.biased = biased;
        this.initialBias = initialBias;
        weights = none(type);
        bias = weights;
        weightSlopes = weights;
        biasSlopes = weights;
        ones = weights;
        in = weights;
        slopesOut = weights;
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> arrays = new ArrayList<>();
        arrays.add(LearnedArray.weights(name + "W", inputs, outputs, start));
        if (biased) {
            arrays.add(LearnedArray.row(name + "b", outputs, initialBias));
        }
        return arrays;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        weights = Matrix.on(arrays.apply(name + "W"), outputs, inputs);
        if (biased) {
            bias = Matrix.on(arrays.apply(name + "b"), 1, outputs);
        }
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        weightSlopes = Matrix.on(array(arrays, name + "W"), outputs, inputs);
        if (biased) {
            biasSlopes = Matrix.on(array(arrays, name + "b"), 1, outputs);
        }
    }

    @Override
    void prepare(RowBatch batch) {
        prepare(batch, batch.steps());
    }

    /** Makes room for other steps of the batch's examples. */
    void prepare(RowBatch batch, int steps) {
        int rows = batch.examples() * steps;
        if (biased && ones.rows != rows) {
            ones = Matrix.of(batch.type(), rows, 1);
            Vec all = Vec.of(batch.type(), rows);
            all.fill(1);
            ones.put(all);
        }
    }

    @Override
    void forward(Matrix from, Matrix out, RowSpan span) {
        in = from;
        if (biased) {
            span.of(out).product(span.of(ones), bias);
            span.of(out).addProduct(span.of(from), weights.turned());
        } else {
            span.of(out).product(span.of(from), weights.turned());
        }
    }

    @Override
    void backward(Matrix out, Matrix slopesIn, RowSpan span) {
        slopesOut = out;
        span.of(slopesIn).product(span.of(out), weights);
    }

    @Override
    void gradient(int share, int shares) {
        int from = outputs * share / shares;
        int count = outputs * (share + 1) / shares - from;
        if (count == 0) {
            return;
        }
        Matrix own = slopesOut.columns(from, count);
        weightSlopes.rows(from, count).product(own.turned(), in);
        if (biased) {
            biasSlopes.columns(from, count).product(ones.turned(), own);
        }
    }
}
