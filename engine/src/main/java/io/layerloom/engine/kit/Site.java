package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The place of one layer in a network that is being made into a {@link Program}: what its {@link Kernel} may ask and use. */
final class Site {

    private final ComputationGraph net;
    private final GraphVertex vertex;
    private final Optional<org.deeplearning4j.nn.conf.graph.GraphVertex> joint;
    private final List<Signal> sources;
    private final Inlets inlets;
    private final long[] shape;
    private final Parameters parameters;
    private final Optional<Nonlinearity> following;
    private Signal result;
    private boolean followed;
    private Optional<IActivation> remaining = Optional.empty();

    /**
     * A place.
     *
     * @param joint the settings of a vertex
     * @param sources what comes in
     * @param inlets where it can come in
     * @param shape in which the first input is to be seen
     * @param following the activation function behind the layer, if it is a layer of its own and the only one there
     */
    Site(
            ComputationGraph net,
            GraphVertex vertex,
            Optional<org.deeplearning4j.nn.conf.graph.GraphVertex> joint,
            List<Signal> sources,
            Inlets inlets,
            long[] shape,
            Parameters parameters,
            Optional<Nonlinearity> following) {
        this.net = net;
        this.vertex = vertex;
        this.joint = joint;
        this.sources = List.copyOf(sources);
        this.inlets = inlets;
        this.shape = shape.clone();
        this.parameters = parameters;
        this.following = following;
        this.result = sources.get(0);
    }

    ComputationGraph net() {
        return net;
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

    /** The class of what is set up here: a layer, or a vertex that is no layer. */
    Class<?> kind() {
        return vertex.hasLayer()
                ? vertex.getLayer().conf().getLayer().getClass()
                : joint.<Class<?>>map(Object::getClass).orElse(Object.class);
    }

    /** The settings of a vertex that is no layer, if it is just of this kind. */
    <T extends org.deeplearning4j.nn.conf.graph.GraphVertex> Optional<T> joint(Class<T> kind) {
        return joint.filter(settings -> settings.getClass() == kind).map(kind::cast);
    }

    /** What comes in. */
    List<Signal> sources() {
        return sources;
    }

    /** Where the first signal comes in, on the heap. To be called once, and only for a kernel that will be there. */
    Inlet inlet() {
        return inlets.onHeap(sources.get(0));
    }

    /** Where the first signal comes in, only to be read. */
    Inlet readableInlet() {
        return inlets.readable(sources.get(0));
    }

    /** Where all signals come in, on the heap. */
    List<Inlet> inlets() {
        return sources.stream().map(inlets::onHeap).toList();
    }

    /** Where the first signal comes in outside the heap, in a layout like this. */
    Inlet inlet(Layout layout) {
        return inlets.in(layout, sources.get(0));
    }

    /** Where all signals come in, as they are. */
    List<Inlet> inletsAsTheyAre() {
        return sources.stream().map(inlets::asItIs).toList();
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
        result = new Signal(outShape, isLearning());
        return result;
    }

    /** A new signal for what the layer gives outside the heap, of the layout's shape unless another is named. */
    Signal give(Layout layout, long... outShape) {
        result = new Signal(outShape.length > 0 ? outShape : layout.shape(), isLearning(), layout);
        return result;
    }

    private boolean isLearning() {
        return learns() || sources.stream().anyMatch(Signal::isLearning);
    }

    private boolean learns() {
        boolean frozen = vertex.hasLayer() && Frozen.is(vertex.getLayer().conf().getLayer());
        return vertex.numParams() > 0 && !frozen;
    }

    /** The last signal that was given. */
    Signal result() {
        return result;
    }

    /** The activation function of the layer, or the one that follows if it has none of its own; none if it {@linkplain #remaining() remains}, empty if only the layer itself can compute it. */
    Optional<Nonlinearity> nonlinearity(IActivation own) {
        Optional<Nonlinearity> found = Nonlinearity.of(own);
        if (found.isEmpty() && ActivationKernel.takes(own)) {
            remaining = Optional.of(own);
            return Optional.of(Nonlinearity.NONE);
        }
        followed = found.isPresent() && found.get() == Nonlinearity.NONE && following.isPresent();
        return followed ? following : found;
    }

    /** The activation function of the layer that is still to be applied to its result. */
    Optional<IActivation> remaining() {
        return remaining;
    }

    /** Whether the layer computes the activation function that follows. */
    boolean isFollowed() {
        return followed;
    }
}
