package io.layerloom.engine.kit;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss that DL4J lacks, or gets wrong, as two formulas: how far the outputs of an example are from its labels, and the slope of that in each output. */
public abstract class ExampleLoss implements ILossFunction {

    /**
     * The loss of each example, shape [batch, 1].
     *
     * @param labels shape [batch, columns]
     * @param output behind the activation, of the same shape; both must stay as they are
     */
    protected abstract INDArray losses(INDArray labels, INDArray output);

    /** The slope of the loss of each example in each of its outputs, of the shape of the output. */
    protected abstract INDArray slopes(INDArray labels, INDArray output);

    /** The constructor call that makes this loss: equal calls make equal losses. */
    @Override
    public abstract String toString();

    @Override
    public boolean equals(Object other) {
        return other instanceof ExampleLoss && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, sums, function, mask).sumNumber().doubleValue();
        return average ? sum / sums.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        INDArray each = losses(expected(labels, sums), function.getActivation(sums.dup(), true));
        return mask == null ? each : each.mul(mask.reshape(each.shape()));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        INDArray slopes = slopes(expected(labels, sums), function.getActivation(sums.dup(), true));
        INDArray counted = mask == null ? slopes : slopes.mul(mask.reshape(sums.size(0), 1));
        return function.backprop(sums.dup(), counted).getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, function, mask, average), computeGradient(labels, sums, function, mask));
    }

    private static INDArray expected(INDArray labels, INDArray sums) {
        if (!labels.equalShapes(sums)) {
            throw new IllegalArgumentException("Labels and outputs must have the same shape. Received: %s and %s"
                    .formatted(java.util.Arrays.toString(labels.shape()), java.util.Arrays.toString(sums.shape())));
        }
        return labels.castTo(sums.dataType());
    }
}
