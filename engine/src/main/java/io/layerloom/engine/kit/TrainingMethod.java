package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex whose network is trained in a way of its own, other than by one pass forward and back. */
interface TrainingMethod {

    /** That of a network; empty if it is trained as usual. */
    static Optional<TrainingMethod> of(ComputationGraph net) {
        return Arrays.stream(net.getVertices())
                .filter(TrainingMethod.class::isInstance)
                .map(TrainingMethod.class::cast)
                .filter(TrainingMethod::isUsable)
                .findFirst();
    }

    /** Whether it can be used where the vertex stands; otherwise the network is trained as any other. */
    boolean isUsable();

    /** One step of training. */
    void step(INDArray[] inputs);

    /** Where the parameters of the second of two networks begin that learn in turns. */
    int split();

    /** What the learning rate of the first one is multiplied by. */
    double firstRate();
}
