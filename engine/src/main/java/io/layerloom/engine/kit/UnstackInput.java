package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** One of the mini-batches that {@link StackInputs} laid behind each other. */
public final class UnstackInput extends ArrayFunction {

    private final int which;
    private final int stacked;

    /**
     * A part.
     *
     * @param which counted from 0
     * @param stacked how many there are
     */
    public UnstackInput(@JsonProperty("which") int which, @JsonProperty("stacked") int stacked) {
        this.which = which;
        this.stacked = stacked;
    }

    /** Which one is taken, counted from 0. */
    public int getWhich() {
        return which;
    }

    /** How many there are. */
    public int getStacked() {
        return stacked;
    }

    private INDArrayIndex rows(INDArray all) {
        long rows = all.size(0) / stacked;
        return NDArrayIndex.interval(which * rows, (which + 1) * rows);
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return in[0].get(rows(in[0]));
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray all = Nd4j.zerosLike(in[0]);
        all.get(rows(all)).assign(gradient);
        return new INDArray[] {all};
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return in[0];
    }

    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.map(all -> all.get(rows(all)));
    }

    @Override
    public String toString() {
        return "UnstackInput(which=" + which + ", stacked=" + stacked + ")";
    }
}
