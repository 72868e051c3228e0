package io.layerloom.engine.kit;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;

/**
 * The sizes of one example in the order in which arrays hold them, behind the batch: [values] of a vector, [features, steps] of a sequence, [channels, height, width] of an image and
 * [channels, depth, height, width] of a volume.
 */
final class Sizes {

    private Sizes() {}

    /** The sizes of a type. */
    static long[] of(InputType type) {
        if (type instanceof InputType.InputTypeConvolutional3D volume) {
            return new long[] {volume.getChannels(), volume.getDepth(), volume.getHeight(), volume.getWidth()};
        }
        if (type instanceof InputType.InputTypeConvolutional image) {
            return new long[] {image.getChannels(), image.getHeight(), image.getWidth()};
        }
        if (type instanceof InputType.InputTypeRecurrent sequence) {
            return new long[] {sequence.getSize(), sequence.getTimeSeriesLength()};
        }
        return new long[] {type.arrayElementsPerExample()};
    }

    /** The type that has these sizes. */
    static InputType type(long... sizes) {
        return switch (sizes.length) {
            case 1 -> InputType.feedForward(sizes[0]);
            case 2 -> InputType.recurrent(sizes[0], sizes[1]);
            case 3 -> InputType.convolutional(sizes[1], sizes[2], sizes[0]);
            case 4 -> InputType.convolutional3D(DataFormat.NCDHW, sizes[1], sizes[2], sizes[3], sizes[0]);
            default ->
                throw new IllegalArgumentException("An example has 1 to 4 dimensions. Received: " + sizes.length);
        };
    }

    /** The shape of a batch. */
    static long[] batch(long examples, long... sizes) {
        long[] shape = new long[sizes.length + 1];
        shape[0] = examples;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        return shape;
    }
}
