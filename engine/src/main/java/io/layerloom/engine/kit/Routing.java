package io.layerloom.engine.kit;

/**
 * Dynamic routing of one example: each capsule below has a vote for each capsule above, and sends it where it agrees with what the others send there. Sabour, Frosst, Hinton, Dynamic routing between
 * capsules (2017), procedure 1. The slopes go through all rounds.
 */
final class Routing {

    private final double[] votes;
    private final int above;
    private final int dimensions;
    private final double[][] couplings;
    private final double[][] sums;
    private final double[][] results;

    /**
     * Routes.
     *
     * @param votes those of each capsule below for each capsule above, of {@code dimensions} numbers each, one behind the other
     * @param above how many capsules are above
     * @param rounds how often the couplings are settled
     */
    Routing(double[] votes, int above, int dimensions, int rounds) {
        this.votes = votes;
        this.above = above;
        this.dimensions = dimensions;
        couplings = new double[rounds][];
        sums = new double[rounds][];
        results = new double[rounds][];
        double[] logits = new double[votes.length / dimensions];
        for (int round = 0; round < rounds; round++) {
            couplings[round] = softmax(logits);
            sums[round] = sum(couplings[round]);
            results[round] = Squash.of(sums[round], dimensions);
            if (round < rounds - 1) {
                agree(results[round], logits);
            }
        }
    }

    /** The capsules above, one behind the other. */
    double[] result() {
        return results[results.length - 1];
    }

    /** How strongly each capsule below is coupled to each above; those of one below are together 1. */
    private double[] softmax(double[] logits) {
        double[] shares = new double[logits.length];
        for (int from = 0; from < logits.length; from += above) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < from + above; i++) {
                most = Math.max(most, logits[i]);
            }
            double all = 0;
            for (int i = from; i < from + above; i++) {
                shares[i] = Math.exp(logits[i] - most);
                all += shares[i];
            }
            for (int i = from; i < from + above; i++) {
                shares[i] /= all;
            }
        }
        return shares;
    }

    /** For each capsule above the sum of the votes for it, each as strong as it is weighted. */
    private double[] sum(double[] weights) {
        double[] sums = new double[above * dimensions];
        for (int pair = 0; pair < weights.length; pair++) {
            int to = pair % above * dimensions;
            for (int i = 0; i < dimensions; i++) {
                sums[to + i] += weights[pair] * votes[pair * dimensions + i];
            }
        }
        return sums;
    }

    /** Adds to each pair how well the vote agrees with a capsule above: their scalar product. */
    private void agree(double[] capsules, double[] pairs) {
        for (int pair = 0; pair < pairs.length; pair++) {
            int to = pair % above * dimensions;
            double product = 0;
            for (int i = 0; i < dimensions; i++) {
                product += capsules[to + i] * votes[pair * dimensions + i];
            }
            pairs[pair] += product;
        }
    }

    /** The slopes of the votes, from those of the result. */
    double[] back(double[] slopes) {
        double[] ofVotes = new double[votes.length];
        double[] ofLogits = new double[votes.length / dimensions];
        double[] ofResults = slopes;
        for (int round = results.length - 1; round >= 0; round--) {
            if (round < results.length - 1) {
                ofResults = sum(ofLogits);
                spread(ofLogits, results[round], ofVotes);
            }
            double[] ofSums = Squash.back(sums[round], ofResults, dimensions);
            spread(couplings[round], ofSums, ofVotes);
            backThroughSoftmax(couplings[round], ofSums, ofLogits);
        }
        return ofVotes;
    }

    /** Adds to each vote what stands at its capsule above, as strong as the pair is weighted. */
    private void spread(double[] weights, double[] capsules, double[] ofVotes) {
        for (int pair = 0; pair < weights.length; pair++) {
            int from = pair % above * dimensions;
            for (int i = 0; i < dimensions; i++) {
                ofVotes[pair * dimensions + i] += weights[pair] * capsules[from + i];
            }
        }
    }

    private void backThroughSoftmax(double[] shares, double[] ofSums, double[] ofLogits) {
        double[] ofShares = new double[shares.length];
        agree(ofSums, ofShares);
        for (int from = 0; from < shares.length; from += above) {
            double mean = 0;
            for (int i = from; i < from + above; i++) {
                mean += shares[i] * ofShares[i];
            }
            for (int i = from; i < from + above; i++) {
                ofLogits[i] += shares[i] * (ofShares[i] - mean);
            }
        }
    }
}
