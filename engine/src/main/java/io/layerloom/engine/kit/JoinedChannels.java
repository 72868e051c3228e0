package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays side by side by their channels; DL4J's own vertex does not know volumes. */
public final class JoinedChannels extends ArrayFunction {

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return Nd4j.concat(1, in);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray[] parts = new INDArray[in.length];
        long from = 0;
        for (int i = 0; i < in.length; i++) {
            INDArrayIndex[] part = new INDArrayIndex[gradient.rank()];
            Arrays.fill(part, NDArrayIndex.all());
            part[1] = NDArrayIndex.interval(from, from + in[i].size(1));
            parts[i] = gradient.get(part);
            from += in[i].size(1);
        }
        return parts;
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        long[] sizes = in[0].clone();
        sizes[0] = Arrays.stream(in).mapToLong(one -> one[0]).sum();
        return sizes;
    }

    @Override
    public String toString() {
        return "JoinedChannels()";
    }
}
