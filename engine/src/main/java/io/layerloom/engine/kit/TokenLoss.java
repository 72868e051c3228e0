package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Cross-entropy of the tokens that the steps of a sequence tell: the logarithm of the probability that a step gave to the token that really comes next, or was hidden there, with the sign
 * changed (in nats).
 *
 * <p>The label of a step is a pair, the number of the token and how much the step counts. {@link Batches} lets the steps of an example that have to tell a token count the same, together
 * 1, so that the loss of an example is the mean over these, however long it is. Needs softmax.
 */
public final class TokenLoss implements ILossFunction, Kernel.Source {

    private static final long serialVersionUID = 1;

    /** DL4J counts no probability as smaller. */
    static final double LEAST = 1e-10;

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, sums, function, mask).sumNumber().doubleValue();
        return average ? sum / sums.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        double[] pairs = pairs(labels, sums, mask);
        double[] given = probabilities(sums, function);
        int width = (int) sums.size(1);
        double[] losses = new double[pairs.length / 2];
        for (int row = 0; row < losses.length; row++) {
            double probability = Math.max(LEAST, given[row * width + (int) pairs[2 * row]]);
            losses[row] = -pairs[2 * row + 1] * Math.log(probability);
        }
        return Nd4j.createFromArray(losses).reshape(losses.length, 1).castTo(sums.dataType());
    }

    /** The slope in the sums before softmax: what was given less what should have been, times how much the step counts. */
    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        double[] pairs = pairs(labels, sums, mask);
        double[] slopes = probabilities(sums, function);
        int width = (int) sums.size(1);
        for (int row = 0; row < pairs.length / 2; row++) {
            slopes[row * width + (int) pairs[2 * row]] -= 1;
            for (int i = row * width; i < (row + 1) * width; i++) {
                slopes[i] *= pairs[2 * row + 1];
            }
        }
        return Nd4j.createFromArray(slopes).reshape(sums.size(0), width).castTo(sums.dataType());
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, function, mask, average), computeGradient(labels, sums, function, mask));
    }

    /** Token and weight of each step, one behind the other; nothing counts that is masked. */
    private static double[] pairs(INDArray labels, INDArray sums, INDArray mask) {
        if (labels.rank() != 2 || labels.size(0) != sums.size(0) || labels.size(1) != 2) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d steps want as many pairs of a token and its weight. Received: %s",
                    sums.size(0),
                    Arrays.toString(labels.shape())));
        }
        double[] pairs = RowMajor.of(labels);
        for (int row = 0; mask != null && row < pairs.length / 2; row++) {
            pairs[2 * row + 1] *= mask.getDouble(row);
        }
        return pairs;
    }

    private static double[] probabilities(INDArray sums, IActivation function) {
        if (!(function instanceof ActivationSoftmax)) {
            throw new IllegalArgumentException("The probability of a token needs softmax. Received: " + function);
        }
        return RowMajor.of(function.getActivation(sums.dup('c'), true));
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return TokenEndKernel.at(site);
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenLoss;
    }

    @Override
    public int hashCode() {
        return TokenLoss.class.hashCode();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "TokenLoss()";
    }
}
