package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The last layer of a network, computed by itself from what comes before it. One forward pass through the rest then gives both predictions and loss, where DL4J would run the
 * whole network twice.
 */
public final class Head {

    private final ComputationGraph net;
    private final GraphVertex vertex;
    private final String from;
    private final BaseOutputLayer settings;

    private Head(ComputationGraph net, GraphVertex vertex, String from) {
        this.net = net;
        this.vertex = vertex;
        this.from = from;
        this.settings = (BaseOutputLayer) vertex.getLayer().conf().getLayer();
    }

    /** The heads of a network in the order of its outputs; empty if one of them is of a kind that only DL4J itself can compute. */
    public static List<Head> of(ComputationGraph net) {
        List<Head> heads = new ArrayList<>();
        for (String output : net.getConfiguration().getNetworkOutputs()) {
            GraphVertex vertex = net.getVertex(output);
            List<String> inputs = net.getConfiguration().getVertexInputs().getOrDefault(output, List.of());
            if (!vertex.hasLayer() || vertex.getLayer().getClass() != OutputLayer.class || inputs.size() != 1) {
                return List.of();
            }
            heads.add(new Head(net, vertex, inputs.get(0)));
        }
        return heads;
    }

    /** The name of the layer or input before this one. */
    public String from() {
        return from;
    }

    /** What the loss function is given: the weighted sums before the activation function. */
    public INDArray weightedSums(INDArray activations) {
        LayerWorkspaceMgr anywhere = LayerWorkspaceMgr.noWorkspaces();
        INDArray in = activations;
        var preProcessor = net.getConfiguration().getVertices().get(vertex.getVertexName())
                        instanceof org.deeplearning4j.nn.conf.graph.LayerVertex layer
                ? layer.getPreProcessor()
                : null;
        if (preProcessor != null) {
            in = preProcessor.preProcess(in, (int) in.size(0), anywhere);
        }
        INDArray sums = in.mmul(vertex.getLayer().getParam("W"));
        return settings.hasBias() ? sums.addiRowVector(vertex.getLayer().getParam("b")) : sums;
    }

    /** What the network predicts: the weighted sums through the activation function. */
    public INDArray outputs(INDArray weightedSums) {
        return settings.getActivationFn().getActivation(weightedSums.dup(), false);
    }

    /** The loss, added up over the examples. */
    public double loss(INDArray labels, INDArray weightedSums) {
        return settings.getLossFn().computeScore(labels, weightedSums, settings.getActivationFn(), null, false);
    }
}
