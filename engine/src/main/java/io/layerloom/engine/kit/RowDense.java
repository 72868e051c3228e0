package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same dense layer at each step: weighted sums through an activation function. */
final class RowDense extends RowCore {

    private final DataType type;
    private final RowLinear sums;
    private final Curve curve;
    private final int width;
    private Matrix before;
    private Matrix result;
    private Matrix slopes;
    private Vec[][] own = {};

    RowDense(
            DataType type,
            String name,
            int inputs,
            int width,
            IActivation activation,
            IWeightInit start,
            boolean biased,
            double initialBias) {
        this.type = type;
        this.width = width;
        sums = new RowLinear(type, name, inputs, width, start, biased, initialBias);
        curve = Curve.of(activation);
        before = none(type);
        result = before;
        slopes = before;
    }

    @Override
    List<LearnedArray> learned() {
        return sums.learned();
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        sums.take(arrays);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        sums.takeGradients(arrays);
    }

    @Override
    void prepare(RowBatch batch) {
        sums.prepare(batch);
        before = batch.room(before, batch.rows(), width);
        slopes = batch.roomForBack(slopes, width);
        if (own.length != batch.parts()) {
            own = new Vec[batch.parts()][];
            for (int part = 0; part < own.length; part++) {
                own[part] = Vec.several(type, 3, RowMath.tile(width) * width);
            }
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        result = out;
        sums.forward(in, before, span);
        Vec values = own[span.part()][0];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(before).rows(row, rows).get(values);
            curve.apply(values, 1);
            span.of(out).rows(row, rows).put(values);
        });
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        Vec[] mine = own[span.part()];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(slopesOut).rows(row, rows).get(mine[0]);
            if (curve.isByResult()) {
                span.of(result).rows(row, rows).get(mine[2]);
            } else {
                span.of(before).rows(row, rows).get(mine[1]);
            }
            curve.timesSlope(mine[0], mine[1], mine[2], 1);
            span.of(slopes).rows(row, rows).put(mine[0]);
        });
        sums.backward(slopes, slopesIn, span);
    }

    @Override
    void gradient(int share, int shares) {
        sums.gradient(share, shares);
    }
}
