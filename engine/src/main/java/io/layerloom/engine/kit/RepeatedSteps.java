package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Sequences with each step repeated, and their padding with them, which DL4J forgets. */
public final class RepeatedSteps extends ArrayFunction {

    private final int times;

    /**
     * A repetition.
     *
     * @param times how often each step stands there
     */
    public RepeatedSteps(@JsonProperty("times") int times) {
        this.times = times;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return repeated(in[0]);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        long[] shape = in[0].shape();
        return new INDArray[] {
            gradient.dup('c').reshape('c', shape[0], shape[1], shape[2], times).sum(3)
        };
    }

    /** The last dimension, each of its numbers several times in a row. */
    private INDArray repeated(INDArray array) {
        long[] shape = array.shape().clone();
        INDArray column = array.dup('c').reshape('c', array.length(), 1);
        shape[shape.length - 1] *= times;
        return column.mmul(Nd4j.ones(array.dataType(), 1, times)).dup('c').reshape('c', shape);
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][0], in[0][1] * times};
    }

    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.map(this::repeated);
    }

    public int getTimes() {
        return times;
    }

    @Override
    public String toString() {
        return "RepeatedSteps(" + times + ")";
    }
}
