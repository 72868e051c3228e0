package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each row brought to mean 0 and variance 1, then scaled and shifted as learned: Ba, Kiros, Hinton, Layer normalization (2016). */
final class RowNorm extends RowCore {

    private final DataType type;
    private final RowMath math;
    private final String name;
    private final int width;
    private final double epsilon;
    private final Vec gain;
    private final Vec bias;
    private Matrix gainSlopes;
    private Matrix biasSlopes;
    private Vec factors;
    private Own[] own = {};
    private Matrix in;

    /** What a thread works with. */
    private static final class Own {
        final Vec values;
        final Vec slopes;
        final Vec products;
        final Vec sums;

        Own(DataType type, int width) {
            values = Vec.of(type, RowMath.tile(width) * width);
            slopes = Vec.of(type, RowMath.tile(width) * width);
            products = Vec.of(type, width);
            sums = Vec.of(type, width);
        }
    }

    RowNorm(DataType type, String name, int width, double epsilon) {
        this.type = type;
        this.math = RowMath.of(type);
        this.name = name;
        this.width = width;
        this.epsilon = epsilon;
        gain = Vec.of(type, width);
        bias = Vec.of(type, width);
        factors = Vec.of(type, 0);
        in = none(type);
        gainSlopes = in;
        biasSlopes = in;
    }

    @Override
    List<LearnedArray> learned() {
        return List.of(LearnedArray.row(name + "g", width, 1), LearnedArray.row(name + "b", width, 0));
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        Matrix.on(arrays.apply(name + "g"), 1, width).get(gain);
        Matrix.on(arrays.apply(name + "b"), 1, width).get(bias);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        gainSlopes = Matrix.on(array(arrays, name + "g"), 1, width);
        biasSlopes = Matrix.on(array(arrays, name + "b"), 1, width);
    }

    @Override
    void prepare(RowBatch batch) {
        if (factors.length() < batch.rows()) {
            factors = Vec.of(type, batch.rows());
        }
        if (own.length != batch.parts()) {
            own = new Own[batch.parts()];
            for (int part = 0; part < own.length; part++) {
                own[part] = new Own(type, width);
            }
        }
        for (Own mine : own) {
            mine.products.fill(0);
            mine.sums.fill(0);
        }
    }

    @Override
    void forward(Matrix from, Matrix out, RowSpan span) {
        in = from;
        Vec values = own[span.part()].values;
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            normalized(values, row, rows, span);
            math.scaleAndShift(values, rows, gain, bias);
            span.of(out).rows(row, rows).put(values);
        });
    }

    private void normalized(Vec values, int row, int rows, RowSpan span) {
        span.of(in).rows(row, rows).get(values);
        math.normalize(values, rows, width, epsilon, factors, span.from() * span.steps() + row);
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        Own mine = own[span.part()];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            normalized(mine.values, row, rows, span);
            span.of(slopesOut).rows(row, rows).get(mine.slopes);
            math.scaleBack(mine.values, mine.slopes, rows, gain, mine.products, mine.sums);
            math.normalizeBack(mine.values, mine.slopes, rows, width, factors, span.from() * span.steps() + row);
            span.of(slopesIn).rows(row, rows).put(mine.slopes);
        });
    }

    @Override
    void gradient(int share, int shares) {
        if (share > 0) {
            return;
        }
        Vec products = Vec.of(type, width);
        Vec sums = Vec.of(type, width);
        for (Own part : own) {
            products.add(part.products);
            sums.add(part.sums);
        }
        gainSlopes.put(products);
        biasSlopes.put(sums);
    }
}
