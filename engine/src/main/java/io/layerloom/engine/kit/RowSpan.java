package io.layerloom.engine.kit;

/**
 * The rows of some examples of a batch, which one thread works on.
 *
 * @param part the number of the span in the batch
 * @param from the first example
 * @param examples how many there are
 * @param steps how many rows each has
 */
record RowSpan(int part, int from, int examples, int steps) {

    /** The same examples in a batch of other steps. */
    RowSpan of(int otherSteps) {
        return new RowSpan(part, from, examples, otherSteps);
    }

    int rows() {
        return examples * steps;
    }

    /** Sets the span's rows to zero at steps that are padding. */
    void silence(Matrix all, Padding padding) {
        if (!padding.any()) {
            return;
        }
        Vec nothing = Vec.of(all.store.type(), all.columns);
        for (int example = from; example < from + examples; example++) {
            boolean[] hidden = padding.of(example);
            for (int step = 0; step < hidden.length; step++) {
                if (hidden[step]) {
                    all.rows(example * steps + step, 1).put(nothing);
                }
            }
        }
    }

    /** The rows of the span in a matrix that holds all rows of the batch. */
    Matrix of(Matrix all) {
        return all.rows(from * steps, rows());
    }
}
