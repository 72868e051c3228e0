package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Scaled dot-product attention of several heads: softmax(Q · Kᵀ / √size) · V, each head on its own columns (Vaswani et al., Attention is all you need, 2017). Padding is never looked
 * at, and where it is causal, neither is what comes later.
 */
final class RowHeads {

    private final DataType type;
    private final RowMath math;
    private final int heads;
    private final int size;
    private final boolean causal;
    private final RowDropout dropout;
    private Matrix probabilities;
    private Matrix dropped;
    private Matrix scratch;
    private Vec[][] own = {};
    private boolean training;
    private int querySteps;
    private int keySteps;

    /** Heads over rows of a width, which they share evenly. */
    RowHeads(DataType type, int heads, int width, boolean causal, RowDropout dropout) {
        this.type = type;
        this.math = RowMath.of(type);
        this.heads = heads;
        this.size = width / heads;
        this.causal = causal;
        this.dropout = dropout;
        probabilities = RowCore.none(type);
        dropped = probabilities;
        scratch = probabilities;
    }

    void prepare(RowBatch batch, int keys) {
        training = batch.training();
        querySteps = batch.steps();
        keySteps = keys;
        int rows = training ? batch.examples() * heads * querySteps : batch.parts() * querySteps;
        probabilities = batch.room(probabilities, rows, keys);
        scratch = batch.room(scratch, batch.parts() * querySteps, keys);
        dropout.prepare(batch, keys);
        if (dropout.isActive()) {
            dropped = batch.room(dropped, rows, keys);
        }
        if (own.length != batch.parts() || own[0][0].length() != querySteps * keys) {
            own = new Vec[batch.parts()][];
            for (int part = 0; part < own.length; part++) {
                own[part] = Vec.several(type, 2, querySteps * keys);
            }
        }
    }

    /** Where the probabilities of a head lie. */
    private Matrix of(Matrix all, int example, int head, RowSpan span) {
        return all.rows((training ? example * heads + head : span.part()) * querySteps, querySteps);
    }

    private Matrix window(Matrix all, int example, int head, int steps) {
        return all.part(example * steps, steps, head * size, size);
    }

    /** What each query finds; all matrices hold the rows of the whole batch. */
    void forward(Matrix queries, Matrix keys, Matrix values, Padding padding, Matrix out, RowSpan span) {
        Vec scores = own[span.part()][0];
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            for (int head = 0; head < heads; head++) {
                Matrix chosen = of(probabilities, example, head, span);
                chosen.product(
                        window(queries, example, head, querySteps),
                        window(keys, example, head, keySteps).turned());
                chosen.get(scores);
                math.softmax(scores, querySteps, keySteps, 1 / Math.sqrt(size), causal, padding.of(example));
                chosen.put(scores);
                if (dropout.isActive()) {
                    chosen = of(dropped, example, head, span);
                    dropout.drop(scores, scores.length(), first(example, head));
                    chosen.put(scores);
                }
                window(out, example, head, querySteps).product(chosen, window(values, example, head, keySteps));
            }
        }
    }

    /** By what the values were weighted. */
    private Matrix weighting() {
        return dropout.isActive() ? dropped : probabilities;
    }

    private long first(int example, int head) {
        return (long) (example * heads + head) * querySteps * keySteps;
    }

    /**
     * The gradients of queries, keys and values, from that of what was found.
     *
     * @param in queries, keys and values
     * @param slopesIn where their gradients go
     */
    void backward(Matrix[] in, Matrix slopesOut, Matrix[] slopesIn, RowSpan span) {
        Vec slopes = own[span.part()][0];
        Vec chances = own[span.part()][1];
        Matrix room = scratch.rows(span.part() * querySteps, querySteps);
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            for (int head = 0; head < heads; head++) {
                Matrix found = window(slopesOut, example, head, querySteps);
                Matrix chosen = of(probabilities, example, head, span);
                window(slopesIn[2], example, head, keySteps)
                        .product(of(weighting(), example, head, span).turned(), found);
                room.product(found, window(in[2], example, head, keySteps).turned());
                room.get(slopes);
                chosen.get(chances);
                if (dropout.isActive()) {
                    dropout.drop(slopes, slopes.length(), first(example, head));
                }
                math.softmaxBack(chances, slopes, querySteps, keySteps, 1 / Math.sqrt(size));
                room.put(slopes);
                window(slopesIn[0], example, head, querySteps).product(room, window(in[1], example, head, keySteps));
                window(slopesIn[1], example, head, keySteps)
                        .product(room.turned(), window(in[0], example, head, querySteps));
            }
        }
    }
}
