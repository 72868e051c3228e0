package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Lowers the learning rate of a training whose validation loss no longer improves. */
public final class ReduceOnPlateau {

    private final double factor;
    private final int patience;
    private final double minDelta;
    private final double floor;
    private double rate;
    private double best = Double.POSITIVE_INFINITY;
    private int waited;

    /**
     * A rule.
     *
     * @param rate the learning rate at the beginning
     * @param factor what the rate is multiplied with
     * @param patience epochs without improvement that are still borne
     * @param minDelta the least improvement that counts
     * @param floor the rate is never lower
     */
    public ReduceOnPlateau(double rate, double factor, int patience, double minDelta, double floor) {
        this.rate = rate;
        this.factor = factor;
        this.patience = patience;
        this.minDelta = minDelta;
        this.floor = floor;
    }

    /** Takes note of an epoch, and sets the network's learning rate if it is time to. */
    public void epochDone(ComputationGraph net, double validationLoss) {
        if (validationLoss < best - minDelta) {
            best = validationLoss;
            waited = 0;
            return;
        }
        waited++;
        if (waited > patience && rate > floor) {
            rate = Math.max(floor, rate * factor);
            waited = 0;
            net.setLearningRate(rate);
        }
    }

    /** The learning rate of the next epoch. */
    public double rate() {
        return rate;
    }

    /** The lowest validation loss so far; infinite before the first epoch. */
    public double best() {
        return best;
    }

    /** Epochs since the best one, or since the rate was lowered. */
    public int waited() {
        return waited;
    }

    /** Goes on where another training stood. */
    public void resume(ComputationGraph net, double formerRate, double bestLoss, int epochsSince) {
        rate = formerRate;
        best = bestLoss;
        waited = epochsSince;
        net.setLearningRate(rate);
    }
}
