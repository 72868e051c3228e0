package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex that tells by what comes in which steps of a sequence are padding. */
interface MaskMaker {

    /** Shows it what will come in with the next pass. */
    void look(INDArray sequences);

    /**
     * Lets all such vertices of a network look at a mini-batch.
     *
     * @param masks those of the inputs, or null
     * @return the masks with which the network is to be computed: DL4J asks no vertex for its own where it is given null
     */
    static INDArray[] masks(ComputationGraph net, INDArray[] features, INDArray[] masks) {
        int[] makers = Arrays.stream(net.topologicalSortOrder())
                .filter(index -> net.getVertices()[index] instanceof MaskMaker)
                .toArray();
        if (makers.length == 0) {
            return masks;
        }
        INDArray[] given = masks == null ? new INDArray[features.length] : masks;
        for (int maker : makers) {
            GraphVertex vertex = net.getVertices()[maker];
            int source = vertex.getInputVertices()[0].getVertexIndex();
            String before = net.getVertices()[source].getVertexName();
            int input = net.getConfiguration().getNetworkInputs().indexOf(before);
            net.setLayerMaskArrays(given, null);
            INDArray coming = input >= 0
                    ? features[input]
                    : Objects.requireNonNull(
                            net.feedForward(features, source, false, true).get(before));
            ((MaskMaker) vertex).look(coming);
        }
        net.setInputs(features);
        return given;
    }
}
