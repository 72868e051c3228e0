package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** One step of a training. */
public final class TrainingStep {

    private TrainingStep() {}

    /** Trains on one mini-batch; answers the mean loss of its examples before the step, with the penalties that are part of the loss. */
    public static double take(ComputationGraph net, MultiDataSet batch) {
        // Before the step, as DL4J computes it, because the step changes the weights.
        double decay = Penalties.decay(net);
        net.fit(batch);
        return net.score() - decay;
    }
}
