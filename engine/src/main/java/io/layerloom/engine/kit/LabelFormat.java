package io.layerloom.engine.kit;

/** How an output of a network wants its labels. */
public enum LabelFormat {
    /** The number of the class, shape [batch, 1]. */
    CLASS_INDEX,
    /** 1 in the column of the class, shape [batch, classes]. */
    ONE_HOT,
    /** 0 or 1, shape [batch, 1]. */
    BINARY,
    /** The numbers themselves, shape [batch, columns]. */
    NUMBERS,
    /**
     * For each step the number of the token that follows it, and how much the step counts, shape [batch, 2, steps]. The steps of an example that have a next
     * one count the same, together 1.
     */
    NEXT_TOKENS,
    /**
     * For each step the number of the token that stood there, and how much the step counts, shape [batch, 2, steps]. The masked steps of an example count the same, together 1, and all
     * others nothing.
     */
    MASKED_TOKENS,
    /** Class, left, top, right and bottom of each box, shape [batch, 5 · boxes]; one without width is none. */
    BOXES,
    /** At each pixel 1 in the channel of its class, or −1 in all of them if it is left out, shape [batch, classes, height, width]. */
    PIXELS,
    /** At each pixel 0 or 1, or −1 if it is left out, shape [batch, 1, height, width]. */
    BINARY_PIXELS
}
