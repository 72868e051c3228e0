package io.layerloom.engine;

import io.layerloom.engine.kit.EarlyStopping;
import io.layerloom.engine.kit.ReduceOnPlateau;
import io.layerloom.graph.Network;
import io.layerloom.graph.TrainingPlan;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * What looks at the loss after each epoch.
 *
 * @param stops whether training may end before its last epoch
 * @param stopping counts the epochs without improvement, whether or not training may end for them
 * @param plateau lowers the learning rate, if the schedule wants it
 */
record Watch(boolean stops, EarlyStopping stopping, Optional<ReduceOnPlateau> plateau) {

    static Watch of(TrainingPlan plan, Network network) {
        TrainingPlan.EarlyStopping rule = plan.earlyStopping();
        return new Watch(
                rule.enabled(),
                new EarlyStopping(rule.patience(), rule.minDelta()),
                network.plateau()
                        .map(wanted -> new ReduceOnPlateau(
                                wanted.rate(), wanted.factor(), wanted.patience(), wanted.minDelta(), wanted.floor())));
    }

    /** Takes note of an epoch. */
    void epochDone(ComputationGraph net, double loss) {
        if (stops) {
            stopping.epochDone(net, loss);
        }
        plateau.ifPresent(rule -> rule.epochDone(net, loss));
    }

    /** Puts the weights of the best epoch back, if training may end early. */
    void finish(ComputationGraph net) {
        if (stops) {
            stopping.restoreBest(net);
        }
    }
}
