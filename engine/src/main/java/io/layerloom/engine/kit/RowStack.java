package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Several cores, each on what the one before it gives. */
final class RowStack extends RowCore {

    private final List<RowCore> cores;
    private final int[] widths;
    private final Matrix[] values;
    private final Matrix[] slopes;

    /**
     * A stack.
     *
     * @param widths how wide the rows between two cores are
     */
    RowStack(DataType type, List<RowCore> cores, int... widths) {
        this.cores = List.copyOf(cores);
        this.widths = widths.clone();
        values = new Matrix[widths.length];
        slopes = new Matrix[widths.length];
        java.util.Arrays.fill(values, none(type));
        java.util.Arrays.fill(slopes, none(type));
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> all = new ArrayList<>();
        cores.forEach(core -> all.addAll(core.learned()));
        return all;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        cores.forEach(core -> core.take(arrays));
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        cores.forEach(core -> core.takeGradients(arrays));
    }

    @Override
    void prepare(RowBatch batch) {
        cores.forEach(core -> core.prepare(batch));
        for (int i = 0; i < widths.length; i++) {
            values[i] = batch.room(values[i], batch.rows(), widths[i]);
            slopes[i] = batch.roomForBack(slopes[i], widths[i]);
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        for (int i = 0; i < cores.size(); i++) {
            cores.get(i).forward(i == 0 ? in : values[i - 1], i == widths.length ? out : values[i], span);
        }
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        for (int i = cores.size() - 1; i >= 0; i--) {
            cores.get(i).backward(i == widths.length ? slopesOut : slopes[i], i == 0 ? slopesIn : slopes[i - 1], span);
        }
    }

    @Override
    void gradient(int share, int shares) {
        cores.forEach(core -> core.gradient(share, shares));
    }
}
