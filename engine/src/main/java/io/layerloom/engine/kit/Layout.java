package io.layerloom.engine.kit;

/** An order of a {@link Signal}'s numbers outside the heap, and the numbers themselves. */
interface Layout {

    /** What is equal for layouts with the same order of the same numbers. */
    Object form();

    /** The shape of one example. */
    long[] shape();

    /** Makes room for a mini-batch. */
    void prepare(int examples, boolean withSlopes);

    Block values();

    Block slopes();

    /** The values of some examples, example by example and in each as they lie on the heap elsewhere. */
    float[] plain(int examples);

    /** What brings the numbers of another signal here, and the slopes back. */
    Kernel in(Inlet from, Signal to);

    /** What brings the numbers from here to the heap, and the slopes back. */
    Kernel out(Inlet from, Signal to);
}
