package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A batch of sequences, or of other examples with several places, as rows: one for each step, those of an example side by side. A vector is an example of one step.
 *
 * @param parts on how many threads it is shared out
 * @param padding of the steps
 * @param memory other sequences that the layer looks at
 * @param noise the seed of whatever is random in this training step
 * @param reaching whether the gradient of what comes in is wanted
 */
record RowBatch(
        DataType type,
        int examples,
        int steps,
        int parts,
        boolean training,
        Padding padding,
        Optional<Other> memory,
        long noise,
        boolean reaching) {

    /** With so many rows products are at their best already. */
    private static final int PIECE = 256;

    /**
     * Other sequences of the same examples.
     *
     * @param values their rows
     * @param slopes where the gradient of them goes
     */
    record Other(Matrix values, Matrix slopes, int steps, Padding padding) {}

    int rows() {
        return examples * steps;
    }

    /** The examples of one thread. */
    RowSpan span(int part) {
        int from = (int) ((long) examples * part / parts);
        return new RowSpan(part, from, (int) ((long) examples * (part + 1) / parts) - from, steps);
    }

    /** The same in pieces, each of which goes through the whole layer before the next one, so that its numbers stay in the second cache; or in one if the layer wants it so. */
    List<RowSpan> pieces(int part, RowCore core) {
        RowSpan all = span(part);
        if (!core.goesInPieces()) {
            return List.of(all);
        }
        int size = Math.max(1, PIECE / Math.max(1, steps));
        List<RowSpan> pieces = new ArrayList<>();
        for (int done = 0; done < all.examples(); done += size) {
            pieces.add(new RowSpan(part, all.from() + done, Math.min(size, all.examples() - done), steps));
        }
        return pieces;
    }

    /** A matrix of this size: the given one if it has it, and otherwise a new one. */
    Matrix room(Matrix old, int rows, int columns) {
        return old.rows == rows && old.columns == columns ? old : Matrix.of(type, rows, columns);
    }

    /** A matrix for all steps that is only needed on the way back. */
    Matrix roomForBack(Matrix old, int columns) {
        return training ? room(old, rows(), columns) : old;
    }

    Other other() {
        return memory.orElseThrow(
                () -> new IllegalStateException("This layer looks at a second sequence, and there is none."));
    }
}
