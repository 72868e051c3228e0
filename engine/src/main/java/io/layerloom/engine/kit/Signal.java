package io.layerloom.engine.kit;

/** What flows from one layer of a {@link Program} to the next: the numbers of a mini-batch, example by example, and the slopes of the loss along each of them. */
final class Signal {

    private final long[] shape;
    private final int size;
    private final boolean learning;
    private final Numbers numbers;

    /** Several signals may hold the same numbers, each in another shape. */
    private static final class Numbers {
        private float[] values = {};
        private float[] slopes = {};
    }

    /**
     * A signal.
     *
     * @param shape of one example
     * @param learning whether anything that is learned lies before it, so that the slopes are wanted
     */
    Signal(long[] shape, boolean learning) {
        this(shape, learning, new Numbers());
    }

    private Signal(long[] shape, boolean learning, Numbers numbers) {
        this.shape = shape.clone();
        this.size = size(shape);
        this.learning = learning;
        this.numbers = numbers;
    }

    /** The same numbers in another shape. */
    Signal as(long[] other) {
        return new Signal(other, learning, numbers);
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
        int length = Math.multiplyExact(examples, size);
        if (numbers.values.length < length) {
            numbers.values = new float[length];
        }
        if (training && learning && numbers.slopes.length < length) {
            numbers.slopes = new float[length];
        }
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

    float[] values() {
        return numbers.values;
    }

    float[] slopes() {
        return numbers.slopes;
    }
}
