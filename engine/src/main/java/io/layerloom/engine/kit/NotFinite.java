package io.layerloom.engine.kit;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The first place in a step of training where numbers ran out of bounds.
 *
 * @param layer by its name
 * @param count how many of the numbers there are infinite or no numbers
 * @param of how many numbers there are
 */
public record NotFinite(String layer, What what, int count, int of) {

    /** Which numbers. */
    public enum What {
        /** What the layer gives. */
        OUTPUTS,
        /** The slopes of the loss along what the layer gives. */
        SLOPES
    }

    /** Where what DL4J computes for the mini-batch at hand, with the weights at hand, first ran out of bounds: among what the layers give; empty if nowhere there. */
    static Optional<NotFinite> in(ComputationGraph net) {
        Map<String, INDArray> given = net.feedForward(true, false, false);
        for (int vertex : net.topologicalSortOrder()) {
            String layer = net.getVertices()[vertex].getVertexName();
            INDArray numbers = given.get(layer);
            int of = numbers == null ? 0 : (int) numbers.length();
            int found = numbers == null ? 0 : count(numbers.dup('c').data().asFloat(), of);
            if (found > 0) {
                return Optional.of(new NotFinite(layer, What.OUTPUTS, found, of));
            }
        }
        return Optional.empty();
    }

    static int count(float[] numbers, int of) {
        int count = 0;
        for (int i = 0; i < of; i++) {
            count += Float.isFinite(numbers[i]) ? 0 : 1;
        }
        return count;
    }
}
