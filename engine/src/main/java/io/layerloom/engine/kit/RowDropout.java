package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Random silence while training. What is silenced follows from a seed, the training step and the place of the number alone, so it is the same for any number of threads, and on the way
 * back it is found out again instead of being kept.
 */
final class RowDropout {

    private final DataType type;
    private final RowMath math;
    private final double kept;
    private final int salt;
    private long start;
    private boolean active;
    private Vec[] own = {};
    private int width;

    /** Sets a part of the numbers to zero; {@code salt} makes it different from others of the same layer. */
    RowDropout(DataType type, double kept, int salt) {
        this.type = type;
        this.math = RowMath.of(type);
        this.kept = kept;
        this.salt = salt;
    }

    void prepare(RowBatch batch, int columns) {
        active = batch.training() && kept < 1;
        start = RowMath.mixed(batch.noise() + RowMath.mixed(salt));
        if (active && (own.length != batch.parts() || width != columns)) {
            width = columns;
            own = Vec.several(type, batch.parts(), RowMath.tile(columns) * columns);
        }
    }

    boolean isActive() {
        return active;
    }

    /** Silences some of these rows. */
    void apply(Matrix all, RowSpan span) {
        apply(all, all, span);
    }

    /** Writes {@code from} with silence in it to {@code into}. */
    void apply(Matrix from, Matrix into, RowSpan span) {
        Vec values = own[span.part()];
        RowMath.tiles(span.rows(), width, (row, rows) -> {
            span.of(from).rows(row, rows).get(values);
            drop(values, rows * width, (long) (span.from() * span.steps() + row) * width);
            span.of(into).rows(row, rows).put(values);
        });
    }

    /** Silences numbers of which the first has a certain place in the whole. */
    void drop(Vec values, int count, long first) {
        math.drop(values, count, start, first, kept);
    }
}
