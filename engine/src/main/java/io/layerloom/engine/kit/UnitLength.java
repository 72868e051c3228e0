package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Vectors brought to length 1: of all values of an example, or of the channels at each place, or of the features at each step. */
public final class UnitLength extends ArrayFunction {

    private final double epsilon;

    /**
     * A normalization.
     *
     * @param epsilon the length below which a vector is divided by this instead
     */
    public UnitLength(@JsonProperty("epsilon") double epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return in[0].div(length(in[0]));
    }

    /** With y = x ÷ |x|: dx = (dy − y · ⟨y, dy⟩) ÷ |x|; shorter vectors are only scaled. */
    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray length = length(in[0]);
        INDArray result = in[0].div(length);
        INDArray along = result.mul(gradient).sum(true, 1);
        along.muli(length.gt(epsilon).castTo(along.dataType()));
        return new INDArray[] {gradient.sub(result.mul(along)).div(length)};
    }

    private INDArray length(INDArray array) {
        return Transforms.max(array.norm2(true, 1), epsilon);
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return in[0];
    }

    public double getEpsilon() {
        return epsilon;
    }

    @Override
    public String toString() {
        return "UnitLength(" + epsilon + ")";
    }
}
