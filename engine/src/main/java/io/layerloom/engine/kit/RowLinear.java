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
    private final DataType type;
    private final RowMath math;
    private final Vec biases;
    private Matrix weightSlopes;
    private Matrix biasSlopes;
    private Vec[] own = {};
    private Vec[] sums = {};
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
        this.type = type;
        this.math = RowMath.of(type);
        this.name = name;
        this.inputs = inputs;
        this.outputs = outputs;
        this.start = start;
        this.biased = biased;
        this.initialBias = initialBias;
        weights = none(type);
        weightSlopes = weights;
        biasSlopes = weights;
        biases = Vec.of(type, biased ? RowMath.tile(outputs) * outputs : 0);
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
            Vec row = Vec.of(type, outputs);
            Matrix.on(arrays.apply(name + "b"), 1, outputs).get(row);
            for (int at = 0; at < biases.length(); at += outputs) {
                biases.copy(row, 0, at, outputs);
            }
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
        if (biased && own.length != batch.parts()) {
            own = Vec.several(type, batch.parts(), biases.length());
            sums = Vec.several(type, batch.parts(), outputs);
        }
        for (Vec sum : sums) {
            sum.fill(0);
        }
    }

    @Override
    void forward(Matrix from, Matrix out, RowSpan span) {
        in = from;
        if (!biased) {
            span.of(out).product(span.of(from), weights.turned());
            return;
        }
        RowMath.tiles(
                span.rows(),
                outputs,
                (row, rows) -> span.of(out).rows(row, rows).put(biases));
        span.of(out).addProduct(span.of(from), weights.turned());
    }

    @Override
    void backward(Matrix out, Matrix slopesIn, RowSpan span) {
        slopesOut = out;
        span.of(slopesIn).product(span.of(out), weights);
        if (biased) {
            Vec values = own[span.part()];
            RowMath.tiles(span.rows(), outputs, (row, rows) -> {
                span.of(out).rows(row, rows).get(values);
                math.sumColumns(values, rows, sums[span.part()]);
            });
        }
    }

    @Override
    void gradient(int share, int shares) {
        int from = outputs * share / shares;
        int count = outputs * (share + 1) / shares - from;
        if (count > 0) {
            weightSlopes
                    .rows(from, count)
                    .product(slopesOut.columns(from, count).turned(), in);
        }
        if (biased && share == 0) {
            Vec all = Vec.of(type, outputs);
            for (Vec sum : sums) {
                all.add(sum);
            }
            biasSlopes.put(all);
        }
    }
}
