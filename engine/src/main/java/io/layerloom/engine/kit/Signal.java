package io.layerloom.engine.kit;

import java.util.Optional;

/** What flows from one layer of a {@link Program} to the next: the numbers of a mini-batch, example by example, and the slopes of the loss along each of them. They lie on the heap; or outside of it,
 * in a {@link Layout}; or, if they were given to the network, where ND4J has them. */
final class Signal {

    private final long[] shape;
    private final int size;
    private final boolean learning;
    private final Numbers numbers;
    private final Optional<Layout> layout;

    /** Several signals may hold the same numbers, each in another shape. */
    private static final class Numbers {
        private float[] values = {};
        private float[] slopes = {};
        private Padding padding = Padding.NONE;
        private Optional<Block> asGiven = Optional.empty();
        private boolean wantedOnHeap;
    }

    /**
     * A signal.
     *
     * @param shape of one example
     * @param learning whether anything that is learned lies before it, so that the slopes are wanted
     */
    Signal(long[] shape, boolean learning) {
        this(shape, learning, new Numbers(), Optional.empty());
    }

    /** Numbers that lie outside the heap. */
    Signal(long[] shape, boolean learning, Layout layout) {
        this(shape, learning, new Numbers(), Optional.of(layout));
    }

    private Signal(long[] shape, boolean learning, Numbers numbers, Optional<Layout> layout) {
        this.layout = layout;
        this.shape = shape.clone();
        this.size = size(shape);
        this.learning = learning;
        this.numbers = numbers;
    }

    /** The same numbers in another shape. */
    Signal as(long[] other) {
        return new Signal(other, learning, numbers, layout);
    }

    /** What is equal for signals that hold the same numbers. */
    Object identity() {
        return numbers;
    }

    private static int size(long[] shape) {
        long product = 1;
        for (long side : shape) {
            product = Math.multiplyExact(product, side);
        }
        return Math.toIntExact(product);
    }

    /** Makes room for a mini-batch. */
    void prepare(int examples, boolean training) {
        if (layout.isPresent()) {
            layout.get().prepare(examples, training && learning);
            return;
        }
        int length = Math.multiplyExact(examples, size);
        if (numbers.values.length < length) {
            numbers.values = new float[length];
        }
        if (training && learning && numbers.slopes.length < length) {
            numbers.slopes = new float[length];
        }
    }

    /** Says that somebody looks at {@link #values()}; numbers that are given to the network stay where they are otherwise. */
    void wantOnHeap() {
        numbers.wantedOnHeap = true;
    }

    /** Takes the numbers of a mini-batch that is given to the network. They must stay until the next one. */
    void take(Block given, int examples) {
        numbers.asGiven = Optional.of(given);
        if (numbers.wantedOnHeap) {
            prepare(examples, false);
            given.get(0, numbers.values, 0, examples * size);
        }
    }

    /** The numbers outside the heap, example by example, if they were given to the network so. */
    Optional<Block> asGiven() {
        return numbers.asGiven;
    }

    /** Reads some of the numbers, wherever they lie, unless they have a {@linkplain #layout layout}. */
    void read(int at, float[] into, int offset, int count) {
        if (numbers.asGiven.isPresent()) {
            numbers.asGiven.get().get(at, into, offset, count);
        } else {
            System.arraycopy(numbers.values, at, into, offset, count);
        }
    }

    /** Says which steps of the mini-batch are padding. */
    void pad(Padding padding) {
        numbers.padding = padding;
    }

    /** Which steps of the mini-batch are padding. */
    Padding padding() {
        return numbers.padding;
    }

    /** The shape of one example. */
    long[] shape() {
        return shape.clone();
    }

    /** How many numbers an example has. */
    int size() {
        return size;
    }

    /** Whether slopes are wanted. */
    boolean isLearning() {
        return learning;
    }

    /** Whether the numbers lie outside the heap in an order of their own. */
    boolean hasLayout() {
        return layout.isPresent();
    }

    /** Where they lie outside the heap; there must be a layout. */
    Layout layout() {
        return layout.orElseThrow();
    }

    /** A copy of the values of some examples, example by example, wherever they lie. */
    float[] copy(int examples) {
        if (layout.isPresent()) {
            return layout.get().plain(examples);
        }
        float[] copy = new float[examples * size];
        read(0, copy, 0, copy.length);
        return copy;
    }

    /** The values on the heap; {@link #wantOnHeap()} must have been called before a mini-batch came. */
    float[] values() {
        if (numbers.asGiven.isPresent() && !numbers.wantedOnHeap) {
            throw new IllegalStateException("Nobody wanted these numbers on the heap");
        }
        return numbers.values;
    }

    float[] slopes() {
        return numbers.slopes;
    }
}
