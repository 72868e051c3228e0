package io.layerloom.engine.kit;

/** Keeps data sets from filling the memory. */
final class Memory {

    private Memory() {}

    /**
     * Refuses data that would take more than most of the memory that Java may use.
     *
     * @param what the data, as a name or a {@link Sentence}
     */
    static void require(long numbers, Object what) throws DataException {
        long needed = 4 * numbers;
        long limit = Runtime.getRuntime().maxMemory() / 10 * 7;
        if (numbers > Integer.MAX_VALUE - 8 || needed > limit) {
            throw new DataException(
                    "%s would take %,d MB of memory, but at most %,d MB are there; use fewer examples.",
                    what, needed >> 20, limit >> 20);
        }
    }
}
