package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Multi-head attention of the steps of one sequence to those of another. */
final class RowCrossAttention extends RowCore {

    private final int width;
    private final RowLinear ask;
    private final RowLinear offer;
    private final RowHeads heads;
    private final RowLinear answer;
    private Matrix asked;
    private Matrix offered;
    private Matrix found;
    private Matrix slopesAsked;
    private Matrix slopesOffered;
    private Matrix slopesFound;
    private RowBatch.Other other;

    RowCrossAttention(
            DataType type,
            String name,
            int width,
            int otherWidth,
            int headCount,
            boolean biased,
            IWeightInit start,
            RowDropout dropout) {
        this.width = width;
        ask = new RowLinear(type, name + "Query", width, width, start, biased, 0);
        offer = new RowLinear(type, name + "Memory", otherWidth, 2 * width, start, biased, 0);
        heads = new RowHeads(type, headCount, width, false, dropout);
        answer = new RowLinear(type, name + "Out", width, width, start, biased, 0);
        asked = none(type);
        offered = asked;
        found = asked;
        slopesAsked = asked;
        slopesOffered = asked;
        slopesFound = asked;
        other = new RowBatch.Other(asked, asked, 0, Padding.NONE);
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> all = new ArrayList<>(ask.learned());
        all.addAll(offer.learned());
        all.addAll(answer.learned());
        return all;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        ask.take(arrays);
        offer.take(arrays);
        answer.take(arrays);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        ask.takeGradients(arrays);
        offer.takeGradients(arrays);
        answer.takeGradients(arrays);
    }

    @Override
    void prepare(RowBatch batch) {
        other = batch.other();
        ask.prepare(batch);
        offer.prepare(batch);
        heads.prepare(batch, other.steps());
        answer.prepare(batch);
        asked = batch.room(asked, batch.rows(), width);
        offered = batch.room(offered, batch.examples() * other.steps(), 2 * width);
        found = batch.room(found, batch.rows(), width);
        slopesAsked = batch.roomForBack(slopesAsked, width);
        slopesFound = batch.roomForBack(slopesFound, width);
        slopesOffered = batch.training()
                ? batch.room(slopesOffered, batch.examples() * other.steps(), 2 * width)
                : slopesOffered;
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        ask.forward(in, asked, span);
        offer.forward(other.values(), offered, span.of(other.steps()));
        Matrix[] parts = parts(asked, offered);
        heads.forward(parts[0], parts[1], parts[2], other.padding(), found, span);
        answer.forward(found, out, span);
    }

    private Matrix[] parts(Matrix queries, Matrix both) {
        return new Matrix[] {queries, both.columns(0, width), both.columns(width, width)};
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        answer.backward(slopesOut, slopesFound, span);
        heads.backward(parts(asked, offered), slopesFound, parts(slopesAsked, slopesOffered), span);
        ask.backward(slopesAsked, slopesIn, span);
        offer.backward(slopesOffered, other.slopes(), span.of(other.steps()));
    }

    @Override
    void gradient(int share, int shares) {
        ask.gradient(share, shares);
        offer.gradient(share, shares);
        answer.gradient(share, shares);
    }
}
