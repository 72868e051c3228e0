package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Multi-head attention of the steps of a sequence to each other; queries, keys and values are one product. */
final class RowSelfAttention extends RowCore {

    private final int width;
    private final RowLinear ask;
    private final RowHeads heads;
    private final RowLinear answer;
    private Matrix asked;
    private Matrix found;
    private Matrix slopesAsked;
    private Matrix slopesFound;
    private Padding padding = Padding.NONE;

    RowSelfAttention(
            DataType type,
            String name,
            int width,
            int headCount,
            boolean causal,
            boolean biased,
            IWeightInit start,
            RowDropout dropout) {
        this.width = width;
        ask = new RowLinear(type, name + "In", width, 3 * width, start, biased, 0);
        heads = new RowHeads(type, headCount, width, causal, dropout);
        answer = new RowLinear(type, name + "Out", width, width, start, biased, 0);
        asked = none(type);
        found = asked;
        slopesAsked = asked;
        slopesFound = asked;
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> all = new ArrayList<>(ask.learned());
        all.addAll(answer.learned());
        return all;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        ask.take(arrays);
        answer.take(arrays);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        ask.takeGradients(arrays);
        answer.takeGradients(arrays);
    }

    @Override
    void prepare(RowBatch batch) {
        ask.prepare(batch);
        heads.prepare(batch, batch.steps());
        answer.prepare(batch);
        padding = batch.padding();
        asked = batch.room(asked, batch.rows(), 3 * width);
        found = batch.room(found, batch.rows(), width);
        slopesAsked = batch.roomForBack(slopesAsked, 3 * width);
        slopesFound = batch.roomForBack(slopesFound, width);
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        ask.forward(in, asked, span);
        Matrix[] parts = parts(asked);
        heads.forward(parts[0], parts[1], parts[2], padding, found, span);
        answer.forward(found, out, span);
    }

    private Matrix[] parts(Matrix all) {
        return new Matrix[] {all.columns(0, width), all.columns(width, width), all.columns(2 * width, width)};
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        answer.backward(slopesOut, slopesFound, span);
        heads.backward(parts(asked), slopesFound, parts(slopesAsked), span);
        ask.backward(slopesAsked, slopesIn, span);
    }

    @Override
    void gradient(int share, int shares) {
        ask.gradient(share, shares);
        answer.gradient(share, shares);
    }
}
