package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;

/** A part of a network that adds to the loss something that depends on the examples, beside what the outputs lose. */
interface AddedLoss {

    /** What it added for the examples of the last forward pass, summed over them. */
    double addedLoss();

    /** What all parts of a network added for the examples of the last forward pass that DL4J computed. */
    static double of(ComputationGraph net) {
        double sum = 0;
        for (GraphVertex vertex : net.getVertices()) {
            if (vertex instanceof AddedLoss adding) {
                sum += adding.addedLoss();
            }
        }
        return sum;
    }
}
