package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What comes in and what a core makes of it, added up. A layer normalization stands before the core (Xiong et al., On layer normalization in the transformer architecture, 2020) or behind
 * the sum (Vaswani et al., Attention is all you need, 2017).
 */
final class RowResidual extends RowCore {

    private final DataType type;
    private final RowMath math;
    private final RowCore core;
    private final RowNorm norm;
    private final boolean normFirst;
    private final RowDropout dropout;
    private final int width;
    private Matrix between;
    private Matrix made;
    private Matrix slopesBetween;
    private Matrix slopesMade;
    private Vec[][] own = {};

    /** A residual; the parameters of its normalization have names that begin with {@code name}. */
    RowResidual(
            DataType type,
            String name,
            RowCore core,
            int width,
            boolean normFirst,
            double epsilon,
            RowDropout dropout) {
        this.type = type;
        this.math = RowMath.of(type);
        this.core = core;
        this.width = width;
        this.normFirst = normFirst;
        this.dropout = dropout;
        norm = new RowNorm(type, name, width, epsilon);
        between = none(type);
        made = between;
        slopesBetween = between;
        slopesMade = between;
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> all = new ArrayList<>(core.learned());
        all.addAll(norm.learned());
        return all;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        core.take(arrays);
        norm.take(arrays);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        core.takeGradients(arrays);
        norm.takeGradients(arrays);
    }

    @Override
    void prepare(RowBatch batch) {
        core.prepare(batch);
        norm.prepare(batch);
        dropout.prepare(batch, width);
        between = batch.room(between, batch.rows(), width);
        made = batch.room(made, batch.rows(), width);
        slopesBetween = batch.roomForBack(slopesBetween, width);
        slopesMade = dropout.isActive() ? batch.roomForBack(slopesMade, width) : slopesMade;
        if (own.length != batch.parts()) {
            own = new Vec[batch.parts()][];
            for (int part = 0; part < own.length; part++) {
                own[part] = Vec.several(type, 2, RowMath.tile(width) * width);
            }
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        if (normFirst) {
            norm.forward(in, between, span);
            make(between, span);
            sum(in, made, out, span);
        } else {
            make(in, span);
            sum(in, made, between, span);
            norm.forward(between, out, span);
        }
    }

    private void make(Matrix in, RowSpan span) {
        core.forward(in, made, span);
        if (dropout.isActive()) {
            dropout.apply(made, span);
        }
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        if (normFirst) {
            core.backward(ofMade(slopesOut, span), slopesBetween, span);
            norm.backward(slopesBetween, slopesIn, span);
            sum(slopesIn, slopesOut, slopesIn, span);
        } else {
            norm.backward(slopesOut, slopesBetween, span);
            core.backward(ofMade(slopesBetween, span), slopesIn, span);
            sum(slopesIn, slopesBetween, slopesIn, span);
        }
    }

    /** The gradient of what the core made. */
    private Matrix ofMade(Matrix slopes, RowSpan span) {
        if (!dropout.isActive()) {
            return slopes;
        }
        dropout.apply(slopes, slopesMade, span);
        return slopesMade;
    }

    private void sum(Matrix a, Matrix b, Matrix into, RowSpan span) {
        Vec[] mine = own[span.part()];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(a).rows(row, rows).get(mine[0]);
            span.of(b).rows(row, rows).get(mine[1]);
            math.add(mine[0], mine[1], rows * width);
            span.of(into).rows(row, rows).put(mine[0]);
        });
    }

    @Override
    void gradient(int share, int shares) {
        core.gradient(share, shares);
        norm.gradient(share, shares);
    }
}
