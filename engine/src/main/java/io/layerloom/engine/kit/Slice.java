package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Some neighbouring values of a vector, features of a sequence or channels of an image or a volume. */
public final class Slice extends ArrayFunction {

    private final int first;
    private final int count;

    /**
     * A slice.
     *
     * @param first the first that is kept, counted from 0
     * @param count how many are kept
     */
    public Slice(@JsonProperty("first") int first, @JsonProperty("count") int count) {
        this.first = first;
        this.count = count;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return part(in[0]);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray whole = Nd4j.zeros(gradient.dataType(), in[0].shape());
        part(whole).assign(gradient);
        return new INDArray[] {whole};
    }

    private INDArray part(INDArray array) {
        INDArrayIndex[] index = new INDArrayIndex[array.rank()];
        java.util.Arrays.fill(index, NDArrayIndex.all());
        index[1] = NDArrayIndex.interval(first, first + count);
        return array.get(index);
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        long[] sizes = in[0].clone();
        sizes[0] = count;
        return sizes;
    }

    public int getFirst() {
        return first;
    }

    public int getCount() {
        return count;
    }

    @Override
    public String toString() {
        return "Slice(%d, %d)".formatted(first, count);
    }
}
