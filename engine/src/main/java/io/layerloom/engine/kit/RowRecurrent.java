package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A recurrent layer in one direction. It goes through the examples of a thread at once, because a step's product is the faster the more of them there are. */
final class RowRecurrent extends RowCore {

    /** DL4J's names for the weights of what comes in, the weights from step to step, and the bias; the same for all of its recurrent layers. */
    static final String INPUT = "W";

    static final String PAST = "RW";
    static final String BIAS = "b";

    private final Recurrence.Layer layer;
    private final String prefix;
    private final boolean lastOnly;
    private final RecurrentWeights weights;
    private final Matrix gradient;
    private Map<String, INDArray> slopes = Map.of();
    private Recurrence[] parts = {};
    private Skips[] skips = {};
    private boolean reaching;

    /** A layer that reads from beginning to end and gives all steps. */
    RowRecurrent(Cell cell, DataType type, long inputs, long units) {
        this(cell, type, inputs, units, false, "", false);
    }

    /**
     * A layer.
     *
     * @param prefix what the names of its weights begin with
     * @param lastOnly whether it gives only what it holds after its last step
     */
    RowRecurrent(Cell cell, DataType type, long inputs, long units, boolean reversed, String prefix, boolean lastOnly) {
        this.prefix = prefix;
        this.lastOnly = lastOnly;
        this.layer = new Recurrence.Layer(cell, type, Math.toIntExact(inputs), Math.toIntExact(units), reversed);
        this.weights = new RecurrentWeights(cell, type, layer.inputs(), layer.units());
        Matrix joined = weights.joined();
        this.gradient = Matrix.of(type, joined.rows, joined.columns);
    }

    @Override
    List<String> names() {
        return List.of(prefix + INPUT, prefix + PAST, prefix + BIAS);
    }

    @Override
    double multiplyAdds() {
        return (double) gradient.rows * gradient.columns;
    }

    @Override
    boolean givesOneRow() {
        return lastOnly;
    }

    @Override
    boolean goesInPieces() {
        return false;
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        weights.join(arrays.apply(prefix + INPUT), arrays.apply(prefix + PAST), arrays.apply(prefix + BIAS));
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        slopes = arrays;
    }

    @Override
    void prepare(RowBatch batch) {
        reaching = batch.reaching();
        if (parts.length != batch.parts()) {
            parts = new Recurrence[batch.parts()];
            skips = new Skips[batch.parts()];
        }
        for (int part = 0; part < parts.length; part++) {
            RowSpan span = batch.span(part);
            if (parts[part] == null || !parts[part].fits(span.steps(), span.examples(), batch.training())) {
                parts[part] = new Recurrence(layer, span.steps(), span.examples(), batch.training());
            }
            skips[part] = Skips.of(batch.padding(), span);
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        parts[span.part()].forward(weights.joined(), span.of(in), skips[span.part()], given(out, span));
    }

    private Matrix given(Matrix all, RowSpan span) {
        return lastOnly ? span.of(1).of(all) : span.of(all);
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        Optional<Matrix> wanted = reaching ? Optional.of(span.of(slopesIn)) : Optional.empty();
        parts[span.part()].backward(weights.joined(), given(slopesOut, span), wanted);
    }

    @Override
    void gradient(int share, int shares) {
        int from = gradient.rows * share / shares;
        int count = gradient.rows * (share + 1) / shares - from;
        if (count == 0) {
            return;
        }
        for (int part = 0; part < parts.length; part++) {
            parts[part].gradient(gradient, from, count, part == 0);
        }
        weights.split(
                gradient,
                from,
                count,
                array(slopes, prefix + INPUT),
                array(slopes, prefix + PAST),
                array(slopes, prefix + BIAS));
    }
}
