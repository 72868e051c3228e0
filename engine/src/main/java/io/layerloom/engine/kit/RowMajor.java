package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The numbers of an array of the engine in Java, in double precision and with the last index the fastest, and back. */
final class RowMajor {

    private RowMajor() {}

    /** The numbers of an array. */
    static double[] of(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** An array of these numbers. */
    static INDArray array(double[] numbers, DataType type, long... shape) {
        return Nd4j.createFromArray(numbers).reshape('c', shape).castTo(type);
    }

    /** An array of these numbers, of the type and shape of another. */
    static INDArray like(INDArray other, double[] numbers) {
        return array(numbers, other.dataType(), other.shape());
    }
}
