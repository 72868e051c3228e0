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

    /** The sums, or what the function made of them where its slope follows from that. Not the array that goes out: a layer behind may change it in place. */
    private Matrix kept;

    private Matrix slopes;
    private Vec[][] own = {};
    private boolean keepsResult;

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
        kept = none(type);
        slopes = kept;
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
        keepsResult = batch.training() && curve.isByResult();
        kept = batch.room(kept, batch.rows(), width);
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
        sums.forward(in, kept, span);
        Vec values = own[span.part()][0];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(kept).rows(row, rows).get(values);
            curve.apply(values, 1);
            span.of(out).rows(row, rows).put(values);
            if (keepsResult) {
                span.of(kept).rows(row, rows).put(values);
            }
        });
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        Vec[] mine = own[span.part()];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(slopesOut).rows(row, rows).get(mine[0]);
            span.of(kept).rows(row, rows).get(mine[curve.isByResult() ? 2 : 1]);
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
