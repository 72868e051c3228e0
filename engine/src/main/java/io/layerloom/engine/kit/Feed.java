package io.layerloom.engine.kit;

import java.util.List;

/**
 * How a network is fed: how many inputs it has, the shape that they want, and the form of the labels at each output. All inputs get the same features and all outputs the same
 * labels.
 */
public final class Feed {

    private final int inputs;
    private final long[] shape;
    private final List<LabelFormat> outputs;

    private Feed(int inputs, long[] shape, List<LabelFormat> outputs) {
        this.inputs = inputs;
        this.shape = shape;
        this.outputs = outputs;
    }

    /** A network with one input, which takes examples as they are, and these outputs. */
    public static Feed to(LabelFormat... outputs) {
        return new Feed(1, new long[0], List.of(outputs));
    }

    /** The same for several inputs. */
    public Feed inputs(int count) {
        return new Feed(count, shape, outputs);
    }

    /** The same for inputs that want examples in another shape of as many numbers, such as an image as a vector. */
    public Feed reshaped(long... other) {
        return new Feed(inputs, other, outputs);
    }

    int inputs() {
        return inputs;
    }

    long[] shape(long[] own) {
        return shape.length == 0 ? own : shape;
    }

    List<LabelFormat> outputs() {
        return outputs;
    }
}
