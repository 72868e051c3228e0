package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Sequences with steps of zeros added at their ends, or with steps cut off where the numbers are negative. The last step of a sequence is the last one that is not padding, so what is cut
 * there becomes padding; one step is always left.
 */
public final class PaddedSteps extends ArrayFunction {

    private final int front;
    private final int back;

    /**
     * A change of length.
     *
     * @param front steps added before the first one, or cut off if negative
     * @param back steps added behind the last one, or cut off if negative
     */
    public PaddedSteps(@JsonProperty("front") int front, @JsonProperty("back") int back) {
        this.front = front;
        this.back = back;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        INDArray moved = moved(counting(in[0], mask), front, back);
        return counting(moved, maskFor(mask));
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray moved = moved(counting(gradient, maskFor(mask)), -front, -back);
        return new INDArray[] {counting(moved, mask)};
    }

    /** The array with zeros at the steps that are padding. */
    private static INDArray counting(INDArray array, Optional<INDArray> mask) {
        return mask.map(steps -> array.mul(steps.castTo(array.dataType()).reshape(steps.size(0), 1, steps.size(1))))
                .orElse(array);
    }

    private static INDArray moved(INDArray array, int front, int back) {
        long steps = array.size(2);
        long first = Math.max(0, -front);
        long end = steps - Math.max(0, -back);
        long start = Math.max(0, front);
        INDArray out = Nd4j.zeros(array.dataType(), array.size(0), array.size(1), steps + front + back);
        out.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(start, start + end - first))
                .assign(array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(first, end)));
        return out;
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][0], in[0][1] + front + back};
    }

    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.map(steps -> {
            long most = steps.size(1) + front + back;
            INDArray out = Nd4j.zeros(steps.dataType(), steps.size(0), most);
            for (long row = 0; row < steps.size(0); row++) {
                long length = LastStep.length(steps, row) + front + back;
                for (long step = 0; step < Math.max(1, length); step++) {
                    out.putScalar(row, step, 1);
                }
            }
            return out;
        });
    }

    public int getFront() {
        return front;
    }

    public int getBack() {
        return back;
    }

    @Override
    public String toString() {
        return "PaddedSteps(" + front + ", " + back + ")";
    }
}
