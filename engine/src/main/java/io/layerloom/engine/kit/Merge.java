package io.layerloom.engine.kit;

/** How the results of two directions become one. All vectors hold the same number of blocks, one after the other: one for each step. */
public enum Merge {
    /** Side by side, so that the result is twice as wide. */
    CONCATENATE,
    ADD,
    AVERAGE,
    MULTIPLY;

    /** How wide the result is. */
    long width(long units) {
        return this == CONCATENATE ? 2 * units : units;
    }

    /** Makes one of two. */
    Vec join(Vec first, Vec second, int blocks) {
        if (this == CONCATENATE) {
            return interleaved(first, second, blocks);
        }
        Vec out = Vec.of(first.type(), first.length());
        switch (this) {
            case MULTIPLY -> out.product(first, second);
            default -> {
                out.copy(first);
                out.add(second);
            }
        }
        if (this == AVERAGE) {
            out.scale(0.5);
        }
        return out;
    }

    private static Vec interleaved(Vec first, Vec second, int blocks) {
        Vec out = Vec.of(first.type(), 2 * first.length());
        int size = first.length() / blocks;
        for (int block = 0; block < blocks; block++) {
            out.copy(first, block * size, 2 * block * size, size);
            out.copy(second, block * size, (2 * block + 1) * size, size);
        }
        return out;
    }

    /**
     * The gradient of what one direction gave.
     *
     * @param gradient that of the result
     * @param other what the other direction gave
     * @param number 0 for the first direction, 1 for the second
     */
    Vec back(Vec gradient, Vec other, int number, int blocks) {
        Vec out = Vec.of(other.type(), other.length());
        switch (this) {
            case CONCATENATE -> {
                int size = other.length() / blocks;
                for (int block = 0; block < blocks; block++) {
                    out.copy(gradient, (2 * block + number) * size, block * size, size);
                }
            }
            case ADD -> out.copy(gradient);
            case AVERAGE -> {
                out.copy(gradient);
                out.scale(0.5);
            }
            case MULTIPLY -> out.product(gradient, other);
        }
        return out;
    }
}
