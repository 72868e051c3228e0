package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The place of one layer in a network that is being made into a {@link Program}: what its {@link Kernel} may ask and use. */
final class Site {

    private final GraphVertex vertex;
    private final Optional<org.deeplearning4j.nn.conf.graph.GraphVertex> joint;
    private final List<Inlet> inlets;
    private final long[] shape;
    private final Parameters parameters;
    private final Optional<Nonlinearity> following;
    private Signal result;
    private boolean followed;

    /**
     * A place.
     *
     * @param joint the settings of a vertex
     * @param inlets what comes in
     * @param shape in which the first input is to be seen
     * @param following the activation function behind the layer, if it is a layer of its own and the only one there
     */
    Site(
            GraphVertex vertex,
            Optional<org.deeplearning4j.nn.conf.graph.GraphVertex> joint,
            List<Inlet> inlets,
            long[] shape,
            Parameters parameters,
            Optional<Nonlinearity> following) {
        this.vertex = vertex;
        this.joint = joint;
        this.inlets = List.copyOf(inlets);
        this.shape = shape.clone();
        this.parameters = parameters;
        this.following = following;
        this.result = inlets.get(0).signal();
    }

    GraphVertex vertex() {
        return vertex;
    }

    /** The settings of the layer, if it is just of this kind and has nothing about it that only DL4J itself can compute. */
    <T extends Layer> Optional<T> settings(Class<T> kind) {
        if (!vertex.hasLayer()) {
            return Optional.empty();
        }
        Layer settings = vertex.getLayer().conf().getLayer();
        boolean silenced = settings.getIDropout() != null && !(settings instanceof DropoutLayer);
        boolean noisy = settings instanceof BaseLayer learned && learned.getWeightNoise() != null;
        return settings.getClass() == kind && !silenced && !noisy ? Optional.of(kind.cast(settings)) : Optional.empty();
    }

    /** The settings of a vertex that is no layer, if it is just of this kind. */
    <T extends org.deeplearning4j.nn.conf.graph.GraphVertex> Optional<T> joint(Class<T> kind) {
        return joint.filter(settings -> settings.getClass() == kind).map(kind::cast);
    }

    Inlet inlet() {
        return inlets.get(0);
    }

    List<Inlet> inlets() {
        return inlets;
    }

    /** The shape of an example that comes in, at the first inlet. */
    long[] shape() {
        return shape.clone();
    }

    /** Whether images come in. */
    boolean seesImages() {
        return shape.length == 3;
    }

    /** How many steps the network has made. */
    int iteration() {
        return vertex.getLayer().getIterationCount();
    }

    Parameters parameters() {
        return parameters;
    }

    /** Where a parameter of the layer begins; -1 if it has no such parameter. */
    int at(String name) {
        INDArray parameter = vertex.paramTable(false).get(name);
        return parameter == null ? -1 : parameters.at(parameter);
    }

    /** A new signal for what the layer gives. */
    Signal give(long... outShape) {
        boolean learning = vertex.numParams() > 0
                || inlets.stream().anyMatch(inlet -> inlet.signal().isLearning());
        result = new Signal(outShape, learning);
        return result;
    }

    /** The last signal that was given. */
    Signal result() {
        return result;
    }

    /** The activation function of the layer, or the one that follows if it has none of its own; empty if only DL4J can compute it. */
    Optional<Nonlinearity> nonlinearity(IActivation own) {
        Optional<Nonlinearity> found = Nonlinearity.of(own);
        followed = found.isPresent() && found.get() == Nonlinearity.NONE && following.isPresent();
        return followed ? following : found;
    }

    /** Whether the layer computes the activation function that follows. */
    boolean isFollowed() {
        return followed;
    }
}
