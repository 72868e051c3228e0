package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Two recurrent layers that read the same sequence from its two ends, and what they give made into one. */
final class RowBothWays extends RowCore {

    private final DataType type;
    private final int inputs;
    private final int units;
    private final Merge merge;
    private final Way[] ways;
    private boolean reaching;

    /** One of the directions. */
    private static final class Way {
        private final RowCore core;
        private Matrix given;
        private Matrix slopes;
        private Matrix reached;

        Way(RowCore core, DataType type) {
            this.core = core;
            given = none(type);
            slopes = given;
            reached = given;
        }
    }

    RowBothWays(DataType type, int inputs, int units, Merge merge, RowRecurrent onwards, RowRecurrent backwards) {
        this.type = type;
        this.inputs = inputs;
        this.units = units;
        this.merge = merge;
        ways = new Way[] {new Way(onwards, type), new Way(backwards, type)};
    }

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Way way : ways) {
            names.addAll(way.core.names());
        }
        return names;
    }

    @Override
    double multiplyAdds() {
        return 2 * ways[0].core.multiplyAdds();
    }

    @Override
    boolean givesOneRow() {
        return ways[0].core.givesOneRow();
    }

    @Override
    boolean goesInPieces() {
        return false;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        for (Way way : ways) {
            way.core.take(arrays);
        }
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        for (Way way : ways) {
            way.core.takeGradients(arrays);
        }
    }

    @Override
    void prepare(RowBatch batch) {
        reaching = batch.reaching();
        int rows = givesOneRow() ? batch.examples() : batch.rows();
        for (Way way : ways) {
            way.core.prepare(batch);
            way.given = batch.room(way.given, rows, units);
            if (batch.training()) {
                way.slopes = batch.room(way.slopes, rows, units);
                way.reached = batch.roomForBack(way.reached, inputs);
            }
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        for (Way way : ways) {
            way.core.forward(in, way.given, span);
        }
        RowSpan rows = given(span);
        rows.of(out).put(merge.join(numbers(ways[0].given, rows), numbers(ways[1].given, rows), rows.rows()));
    }

    private RowSpan given(RowSpan span) {
        return givesOneRow() ? span.of(1) : span;
    }

    private Vec numbers(Matrix all, RowSpan span) {
        Vec numbers = Vec.of(type, span.rows() * all.columns);
        span.of(all).get(numbers);
        return numbers;
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        RowSpan rows = given(span);
        Vec slopes = numbers(slopesOut, rows);
        for (int i = 0; i < ways.length; i++) {
            Vec other = numbers(ways[1 - i].given, rows);
            rows.of(ways[i].slopes).put(merge.back(slopes, other, i, rows.rows()));
            ways[i].core.backward(ways[i].slopes, ways[i].reached, span);
        }
        if (reaching) {
            Vec sum = numbers(ways[0].reached, span);
            sum.add(numbers(ways[1].reached, span));
            span.of(slopesIn).put(sum);
        }
    }

    @Override
    void gradient(int share, int shares) {
        for (Way way : ways) {
            way.core.gradient(share, shares);
        }
    }
}
