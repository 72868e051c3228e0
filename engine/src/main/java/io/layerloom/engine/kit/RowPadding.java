package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which steps of which examples are padding. */
final class RowPadding {

    private final boolean[][] padded;

    private RowPadding(boolean[][] padded) {
        this.padded = padded;
    }

    /** What a mask, [examples, steps], says from one step on; nothing is padded where there is none. */
    static RowPadding of(Optional<INDArray> mask, int from, int steps) {
        if (mask.isEmpty()) {
            return new RowPadding(new boolean[0][]);
        }
        INDArray array = mask.get().rank() == 2
                ? mask.get()
                : mask.get()
                        .reshape(
                                mask.get().size(0),
                                mask.get().length() / mask.get().size(0));
        boolean[][] padded = new boolean[Math.toIntExact(array.size(0))][];
        for (int example = 0; example < padded.length; example++) {
            padded[example] = row(array, example, from, steps);
        }
        return new RowPadding(padded);
    }

    private static boolean[] row(INDArray mask, int example, int from, int steps) {
        boolean[] row = new boolean[steps];
        boolean any = false;
        for (int step = 0; step < steps; step++) {
            row[step] = mask.getDouble(example, from + step) == 0;
            any |= row[step];
        }
        return any ? row : new boolean[0];
    }

    /** Whether there is any padding at all. */
    boolean any() {
        return padded.length > 0;
    }

    /** Which steps of an example are padding; empty if none is. */
    boolean[] of(int example) {
        return any() ? padded[example] : new boolean[0];
    }

    /** Sets what stands at padded steps to zero. */
    void silence(Matrix rows, RowSpan span) {
        if (!any()) {
            return;
        }
        Vec nothing = Vec.of(rows.store.type(), rows.columns);
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            boolean[] steps = padded[example];
            for (int step = 0; step < steps.length; step++) {
                if (steps[step]) {
                    rows.rows(example * span.steps() + step, 1).put(nothing);
                }
            }
        }
    }
}
