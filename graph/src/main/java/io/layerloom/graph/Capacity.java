package io.layerloom.graph;

/**
 * What a machine can give to a training. Handed in from outside, since nothing here knows a machine.
 *
 * @param bytes of memory for weights, slopes and what layers give, beside what the process takes by itself
 */
public record Capacity(long bytes) {

    /** Of a machine that holds whatever is wanted. */
    public static final Capacity UNBOUNDED = new Capacity(Long.MAX_VALUE);
}
