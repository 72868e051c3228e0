package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds to each step what tells its place: waves of many lengths (Vaswani et al., Attention is all you need, 2017), or a row that is learned for each place (Gehring et al., Convolutional
 * sequence to sequence learning, 2017).
 */
final class RowPositions extends RowCore {

    /** The spread of learned rows before training, as in BERT. */
    private static final double SPREAD = 0.02;

    private final DataType type;
    private final RowMath math;
    private final int steps;
    private final int width;
    private final boolean learned;
    private final double factor;
    private final Vec places;
    private Matrix placeSlopes;
    private Matrix slopes;
    private Vec[] own = {};
    private int examples;

    /** Places of up to {@code steps} steps; {@code factor} is what comes in is multiplied by first. */
    RowPositions(DataType type, int steps, int width, boolean learned, double factor) {
        this.type = type;
        this.math = RowMath.of(type);
        this.steps = steps;
        this.width = width;
        this.learned = learned;
        this.factor = factor;
        places = Vec.of(type, steps * width);
        placeSlopes = none(type);
        slopes = placeSlopes;
        for (int i = 0; i < steps * width && !learned; i++) {
            places.set(i, wave(i / width, i % width));
        }
    }

    /** sin(place / 10000^(2i / width)) for even columns 2i, the cosine for the odd ones behind them. */
    private double wave(int place, int column) {
        double angle = place / Math.pow(10_000, (double) (column - column % 2) / width);
        return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }

    /** Their memory holds the row of one place after that of another. */
    @Override
    List<LearnedArray> learned() {
        return learned
                ? List.of(LearnedArray.weights(
                        "P", width, steps, new WeightInitDistribution(new NormalDistribution(0, SPREAD))))
                : List.of();
    }

    @Override
    void take(Function<String, INDArray> arrays) {
        if (learned) {
            Matrix.on(arrays.apply("P"), steps, width).get(places);
        }
    }

    @Override
    void takeGradients(Map<String, INDArray> arrays) {
        if (learned) {
            placeSlopes = Matrix.on(array(arrays, "P"), steps, width);
        }
    }

    @Override
    void prepare(RowBatch batch) {
        if (batch.steps() > steps) {
            throw new IllegalArgumentException(
                    "The places of at most %d steps are known. Received: %d".formatted(steps, batch.steps()));
        }
        examples = batch.examples();
        if (own.length != batch.parts() || own[0].length() != batch.steps() * width) {
            own = Vec.several(type, batch.parts(), batch.steps() * width);
        }
    }

    @Override
    void forward(Matrix in, Matrix out, RowSpan span) {
        Vec values = own[span.part()];
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            in.rows(example * span.steps(), span.steps()).get(values);
            if (factor != 1) {
                values.scale(factor);
            }
            math.add(values, places, values.length());
            out.rows(example * span.steps(), span.steps()).put(values);
        }
    }

    @Override
    void backward(Matrix slopesOut, Matrix slopesIn, RowSpan span) {
        slopes = slopesOut;
        Vec values = own[span.part()];
        for (int example = span.from(); example < span.from() + span.examples(); example++) {
            slopesOut.rows(example * span.steps(), span.steps()).get(values);
            if (factor != 1) {
                values.scale(factor);
            }
            slopesIn.rows(example * span.steps(), span.steps()).put(values);
        }
    }

    @Override
    void gradient(int share, int shares) {
        if (!learned || share > 0) {
            return;
        }
        Vec sum = Vec.of(type, places.length());
        Vec values = own[0];
        int given = values.length() / width;
        for (int example = 0; example < examples; example++) {
            slopes.rows(example * given, given).get(values);
            math.add(sum, values, values.length());
        }
        placeSlopes.put(sum);
    }
}
