package io.layerloom.nodes;

import io.layerloom.graph.Param;
import io.layerloom.graph.Values;

/** Settings for the two ends of a sequence, by which it grows or shrinks. */
final class Ends {

    static final Param<Integer> FRONT =
            Param.integer("front", 1, 0, 1024).label("Front").help("Steps before the first one.");
    static final Param<Integer> BACK =
            Param.integer("back", 1, 0, 1024).label("Back").help("Steps behind the last one.");

    private Ends() {}

    /** Steps at both ends together. */
    static int both(Values values) {
        return values.get(FRONT) + values.get(BACK);
    }

    /** What is added or cut at each end. */
    static String summary(String sign, Values values) {
        return "%s%d front, %s%d back".formatted(sign, values.get(FRONT), sign, values.get(BACK));
    }
}
