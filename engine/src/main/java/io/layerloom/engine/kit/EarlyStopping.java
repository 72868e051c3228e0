package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Stops a training whose validation loss no longer improves, and keeps the weights of its best epoch. */
public final class EarlyStopping {

    private final int patience;
    private final double minDelta;
    private double best = Double.POSITIVE_INFINITY;
    private int waited;
    private INDArray bestParams = Nd4j.empty();

    /**
     * A rule.
     *
     * @param patience epochs without improvement that are still borne
     * @param minDelta the least improvement that counts
     */
    public EarlyStopping(int patience, double minDelta) {
        this.patience = patience;
        this.minDelta = minDelta;
    }

    /** Takes note of an epoch; answers whether it is time to stop. */
    public boolean epochDone(ComputationGraph net, double validationLoss) {
        if (validationLoss < best - minDelta) {
            best = validationLoss;
            waited = 0;
            bestParams = net.params().dup();
        } else {
            waited++;
        }
        return waited > patience;
    }

    /** Puts the weights of the best epoch back. */
    public void restoreBest(ComputationGraph net) {
        if (!bestParams.isEmpty()) {
            net.setParams(bestParams);
        }
    }

    /** The lowest validation loss so far; infinite before the first epoch. */
    public double best() {
        return best;
    }

    /** Epochs since the best one. */
    public int waited() {
        return waited;
    }

    /** The weights of the best epoch; empty before the first one. */
    public INDArray bestParams() {
        return bestParams;
    }

    /** Goes on where another training stood. */
    public void resume(double bestLoss, int epochsSince, INDArray params) {
        best = bestLoss;
        waited = epochsSince;
        bestParams = params;
    }
}
