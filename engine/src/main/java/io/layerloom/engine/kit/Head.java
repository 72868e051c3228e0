package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.LossLayer;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The last layer of a network, computed by itself from what comes before it. One forward pass through the rest then gives both predictions and loss, where DL4J would run the
 * whole network twice.
 */
public final class Head {

    private final ComputationGraph net;
    private final GraphVertex vertex;
    private final String from;
    private final boolean weighted;
    private final IActivation activation;
    private final ILossFunction loss;

    private Head(ComputationGraph net, GraphVertex vertex, String from) {
        this.net = net;
        this.vertex = vertex;
        this.from = from;
        Layer settings = vertex.getLayer().conf().getLayer();
        if (settings instanceof BaseOutputLayer output) {
            this.weighted = true;
            this.activation = output.getActivationFn();
            this.loss = output.getLossFn();
        } else {
            var bare = (org.deeplearning4j.nn.conf.layers.LossLayer) settings;
            this.weighted = false;
            this.activation = bare.getActivationFn();
            this.loss = bare.getLossFn();
        }
    }

    /** The heads of a network in the order of its outputs; empty if one of them is of a kind that only DL4J itself can compute. */
    public static List<Head> of(ComputationGraph net) {
        List<Head> heads = new ArrayList<>();
        for (String output : net.getConfiguration().getNetworkOutputs()) {
            GraphVertex vertex = net.getVertex(output);
            List<String> inputs = net.getConfiguration().getVertexInputs().getOrDefault(output, List.of());
            if (!vertex.hasLayer() || !isKnown(vertex.getLayer()) || inputs.size() != 1) {
                return List.of();
            }
            heads.add(new Head(net, vertex, inputs.get(0)));
        }
        return heads;
    }

    private static boolean isKnown(org.deeplearning4j.nn.api.Layer layer) {
        return layer.getClass() == OutputLayer.class
                || layer.getClass() == LossLayer.class
                || (layer instanceof OutputLayer && layer instanceof InputLoss);
    }

    /** Whether it has weights; one without may write over what comes in when DL4J computes it, so that it is better not run with what lies before it. */
    boolean isWeighted() {
        return weighted;
    }

    /** The name of the layer or input before this one. */
    public String from() {
        return from;
    }

    /** What the loss function is given: the weighted sums before the activation function. */
    public INDArray weightedSums(INDArray activations) {
        INDArray in = comingIn(activations);
        if (!weighted) {
            return in;
        }
        INDArray sums = in.mmul(vertex.getLayer().getParam("W"));
        INDArray bias = vertex.getLayer().getParam("b");
        return bias == null ? sums : sums.addiRowVector(bias);
    }

    /** What the layer before gives, in the form in which this one takes it. */
    private INDArray comingIn(INDArray activations) {
        LayerWorkspaceMgr anywhere = LayerWorkspaceMgr.noWorkspaces();
        var preProcessor = net.getConfiguration().getVertices().get(vertex.getVertexName())
                        instanceof org.deeplearning4j.nn.conf.graph.LayerVertex layer
                ? layer.getPreProcessor()
                : null;
        return preProcessor == null
                ? activations
                : preProcessor.preProcess(activations, (int) activations.size(0), anywhere);
    }

    /** What the network predicts: the weighted sums through the activation function. */
    public INDArray outputs(INDArray weightedSums) {
        return activation.getActivation(weightedSums.dup(), false);
    }

    /** The loss, added up over the examples, from what the layer before gives. */
    double loss(INDArray labels, INDArray activations) {
        double ofInputs =
                vertex.getLayer() instanceof InputLoss adding ? adding.lossOf(comingIn(activations), labels) : 0;
        return ofInputs + loss.computeScore(labels, weightedSums(activations), activation, null, false);
    }
}
