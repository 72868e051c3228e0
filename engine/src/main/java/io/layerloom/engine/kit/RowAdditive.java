package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Additive attention: each step of a sequence scores the steps of another with vᵀ · tanh(A · query + B · step + b), and finds their mean weighted by the softmax of the scores (Bahdanau,
 * Cho, Bengio, Neural machine translation by jointly learning to align and translate, 2015).
 */
final class RowAdditive extends RowCore {

    private final DataType type;
    private final RowMath math;
    private final int units;
    private final int otherWidth;
    private final RowLinear ask;
    private final RowLinear offer;
    private final Vec scorer;
    private final IWeightInit start;
    private Matrix scorerSlopes;
    private Matrix asked;
    private Matrix offered;
    private Matrix probabilities;
    private Matrix slopesAsked;
    private Matrix slopesOffered;
    private Matrix scratch;
    private RowBatch.Other other;
    private int steps;
    private Own[] own = {};

    /** What a thread works with: one example's steps of the other sequence, each with all units. */
    private static final class Own {
        final Vec offered;
        final Vec slopesOffered;
        final Vec active;
        final Vec query;
        final Vec slopesQuery;
        final Vec scores;
        final Vec slopesScores;
        final Vec scorerSlopes;

        Own(DataType type, int units, int others, int steps) {
            offered = Vec.of(type, others * units);
            slopesOffered = Vec.of(type, others * units);
            active = Vec.of(type, others * units);
            query = Vec.of(type, units);
            slopesQuery = Vec.of(type, units);
            scores = Vec.of(type, steps * others);
            slopesScores = Vec.of(type, steps * others);
            scorerSlopes = Vec.of(type, units);
        }
    }

    RowAdditive(DataType type, int width, int otherWidth, int units, IWeightInit start) {
        this.type = type;
        this.math = RowMath.of(type);
        this.units = units;
        this.otherWidth = otherWidth;
        this.start = start;
        ask = new RowLinear(type, "query", width, units, start, false, 0);
        offer = new RowLinear(type, "memory", otherWidth, units, start, true, 0);
        scorer = Vec.of(type, units);
        scorerSlopes = none(type);
        asked = scorerSlopes;
        offered = scorerSlopes;
        probabilities = scorerSlopes;
        slopesAsked = scorerSlopes;
        slopesOffered = scorerSlopes;
        scratch = scorerSlopes;
        other = new RowBatch.Other(asked, asked, 0, Padding.NONE);
    }

    @Override
    List<LearnedArray> learned() {
        List<LearnedArray> all = new ArrayList<>(ask.learned());
        all.addAll(offer.learned());
        all.add(LearnedArray.weights("scoreW", units, 1, start));
        return all;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        ask.take(arrays);
        offer.take(arrays);
        Matrix.on(arrays.apply("scoreW"), 1, units).get(scorer);
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        ask.takeGradients(arrays);
        offer.takeGradients(arrays);
        scorerSlopes = Matrix.on(array(arrays, "scoreW"), 1, units);
    }

    @Override
    void prepare(RowBatch batch) {
        other = batch.other();
        steps = batch.steps();
        int others = batch.examples() * other.steps();
        ask.prepare(batch);
        offer.prepare(batch);
        asked = batch.room(asked, batch.rows(), units);
        offered = batch.room(offered, others, units);
        probabilities = batch.room(probabilities, batch.rows(), other.steps());
        scratch = batch.room(scratch, batch.rows(), other.steps());
        slopesAsked = batch.roomForBack(slopesAsked, units);
        slopesOffered = batch.training() ? batch.room(slopesOffered, others, units) : slopesOffered;
        if (own.length != batch.parts() || own[0].scores.length() != steps * other.steps()) {
            own = new Own[batch.parts()];
            for (int part = 0; part < own.length; part++) {
                own[part] = new Own(type, units, other.steps(), steps);
            }
        }
        for (Own mine : own) {
            mine.scorerSlopes.fill(0);
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        ask.forward(in, asked, span);
        offer.forward(other.values(), offered, span.of(other.steps()));
        Own mine = own[span.part()];
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            others(offered, example).get(mine.offered);
            for (int step = 0; step < steps; step++) {
                activate(mine, example * steps + step);
                math.products(mine.active, other.steps(), scorer, mine.scores, step * other.steps());
            }
            math.softmax(
                    mine.scores, steps, other.steps(), 1, false, other.padding().of(example));
            Matrix chosen = probabilities.rows(example * steps, steps);
            chosen.put(mine.scores);
            out.rows(example * steps, steps).product(chosen, others(other.values(), example));
        }
    }

    private Matrix others(Matrix all, int example) {
        return all.rows(example * other.steps(), other.steps());
    }

    /** What the units make of one query beside each step of the other sequence. */
    private void activate(Own mine, int row) {
        asked.rows(row, 1).get(mine.query);
        mine.active.copy(mine.offered);
        math.addToEach(mine.active, other.steps(), mine.query);
        mine.active.tanh();
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        Own mine = own[span.part()];
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            Matrix found = slopesOut.rows(example * steps, steps);
            Matrix chosen = probabilities.rows(example * steps, steps);
            Matrix room = scratch.rows(example * steps, steps);
            room.product(found, others(other.values(), example).turned());
            room.get(mine.slopesScores);
            chosen.get(mine.scores);
            math.softmaxBack(mine.scores, mine.slopesScores, steps, other.steps(), 1);
            backThroughUnits(mine, example);
        }
        ask.backward(slopesAsked, slopesIn, span);
        offer.backward(slopesOffered, other.slopes(), span.of(other.steps()));
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            others(other.slopes(), example)
                    .addProduct(
                            probabilities.rows(example * steps, steps).turned(),
                            slopesOut.rows(example * steps, steps));
        }
    }

    private void backThroughUnits(Own mine, int example) {
        others(offered, example).get(mine.offered);
        mine.slopesOffered.fill(0);
        for (int step = 0; step < steps; step++) {
            int row = example * steps + step;
            activate(mine, row);
            mine.slopesQuery.fill(0);
            math.productsBack(
                    mine.active,
                    other.steps(),
                    scorer,
                    mine.slopesScores,
                    step * other.steps(),
                    mine.scorerSlopes,
                    mine.slopesQuery,
                    mine.slopesOffered);
            slopesAsked.rows(row, 1).put(mine.slopesQuery);
        }
        others(slopesOffered, example).put(mine.slopesOffered);
    }

    @Override
    void gradient(int share, int shares) {
        ask.gradient(share, shares);
        offer.gradient(share, shares);
        if (share == 0) {
            Vec sum = Vec.of(type, units);
            for (Own part : own) {
                sum.add(part.scorerSlopes);
            }
            scorerSlopes.put(sum);
        }
    }

    /** How wide the rows are that it gives. */
    int width() {
        return otherWidth;
    }
}
