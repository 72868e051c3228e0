package io.layerloom.engine;

import io.layerloom.graph.Shape;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One example as a mini-batch. */
final class OneExample {

    private OneExample() {}

    /** The numbers of an example as an input of this shape takes them: [1, channels, height, width] for an image. */
    static INDArray of(float[] values, Shape shape) {
        return Nd4j.create(values, sides(shape), 'c');
    }

    /** The mask, [1, steps], of a sequence of which only the first steps are in use. */
    static INDArray mask(int used, int steps) {
        float[] mask = new float[steps];
        Arrays.fill(mask, 0, used, 1);
        return Nd4j.create(mask, new long[] {1, steps}, 'c');
    }

    private static long[] sides(Shape shape) {
        if (shape instanceof Shape.Volume volume) {
            return new long[] {1, volume.channels(), volume.depth(), volume.height(), volume.width()};
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new long[] {1, sequence.features(), sequence.steps()};
        }
        return shape instanceof Shape.Image image
                ? new long[] {1, image.channels(), image.height(), image.width()}
                : new long[] {1, shape.elements()};
    }
}
