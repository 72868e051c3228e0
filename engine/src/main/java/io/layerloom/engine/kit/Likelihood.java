package io.layerloom.engine.kit;

import java.util.function.IntUnaryOperator;

/** How likely something is, from the scores that a network gives. */
final class Likelihood {

    private Likelihood() {}

    /** The probability of a yes: 1 ÷ (1 + e⁻ˣ). */
    static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** log(1 + eˣ): the cross-entropy of a no with this score, and with its negative that of a yes. */
    static double softplus(double score) {
        return Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score)));
    }

    /**
     * The probabilities of some outcomes of which just one is true.
     *
     * @param at where the score of an outcome stands
     */
    static double[] softmax(double[] scores, int outcomes, IntUnaryOperator at) {
        double[] likely = new double[outcomes];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < outcomes; i++) {
            likely[i] = scores[at.applyAsInt(i)];
            most = Math.max(most, likely[i]);
        }
        double sum = 0;
        for (int i = 0; i < outcomes; i++) {
            likely[i] = Math.exp(likely[i] - most);
            sum += likely[i];
        }
        for (int i = 0; i < outcomes; i++) {
            likely[i] /= sum;
        }
        return likely;
    }
}
