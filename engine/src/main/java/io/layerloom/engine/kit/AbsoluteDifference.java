package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** How far two arrays are apart, value by value: |a − b|. */
public final class AbsoluteDifference extends ArrayFunction {

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return Transforms.abs(in[0].sub(in[1]), false);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray signed = Transforms.sign(in[0].sub(in[1]), false).muli(gradient);
        return new INDArray[] {signed, signed.neg()};
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return in[0];
    }

    @Override
    public String toString() {
        return "AbsoluteDifference()";
    }
}
