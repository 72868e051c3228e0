package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes a {@link Program} of a network, if every layer has a {@link Kernel}. */
final class ProgramBuilder {

    private final ComputationGraph net;
    private final Parameters parameters;
    private final Map<Integer, Signal> signals = new HashMap<>();
    private final Map<String, Signal> named = new LinkedHashMap<>();
    private final List<Kernel> kernels = new ArrayList<>();
    private final Set<Kernel> idle = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Inlets inlets = new Inlets(kernels::add);
    private final PaddingReach padding = new PaddingReach();

    private ProgramBuilder(ComputationGraph net) {
        this.net = net;
        this.parameters = new Parameters(net.params(), net.getFlattenedGradients());
    }

    /**
     * The program of a network for features like these.
     *
     * @throws NoProgramException if it holds something that only DL4J itself can compute
     */
    static Program build(ComputationGraph net, INDArray[] features) throws NoProgramException {
        ComputationGraphConfiguration settings = net.getConfiguration();
        require(settings.getDataType() == DataType.FLOAT, "Its numbers are of the type " + settings.getDataType());
        require(settings.getBackpropType() == BackpropType.Standard, "It is trained through parts of sequences");
        require(
                features.length == settings.getNetworkInputs().size(),
                "It has " + settings.getNetworkInputs().size() + " inputs and is given " + features.length);
        if (net.getFlattenedGradients() == null) {
            net.initGradientsView();
        }
        return new ProgramBuilder(net).build(features);
    }

    private static void require(boolean fulfilled, String otherwise) throws NoProgramException {
        if (!fulfilled) {
            throw new NoProgramException(otherwise + ".");
        }
    }

    private Program build(INDArray[] features) throws NoProgramException {
        List<String> inputNames = net.getConfiguration().getNetworkInputs();
        List<Signal> inputs = new ArrayList<>();
        for (int index : net.topologicalSortOrder()) {
            GraphVertex vertex = net.getVertices()[index];
            if (vertex.isInputVertex()) {
                int input = inputNames.indexOf(vertex.getVertexName());
                padding.begin(index, input);
                INDArray example = features[input];
                long[] shape = Arrays.copyOfRange(example.shape(), 1, example.rank());
                signals.put(index, new Signal(shape, false));
            } else if (!signals.containsKey(index)) {
                require(pass(vertex) || add(vertex), "There is no kernel for " + described(vertex));
            }
            named.putIfAbsent(vertex.getVertexName(), signals.get(index));
        }
        inputNames.forEach(name -> inputs.add(named.get(name)));
        return program(inputs);
    }

    private static String described(GraphVertex vertex) {
        String kind = vertex.hasLayer()
                ? vertex.getLayer().conf().getLayer().getClass().getSimpleName()
                : vertex.getClass().getSimpleName();
        return vertex.getVertexName() + " (" + kind + ") with its settings and input";
    }

    private Program program(List<Signal> inputs) throws NoProgramException {
        List<EndKernel> ends = new ArrayList<>();
        List<Signal> outputs = new ArrayList<>();
        for (String name : net.getConfiguration().getNetworkOutputs()) {
            Signal output = Objects.requireNonNull(named.get(name));
            outputs.add(output);
            List<EndKernel> found = kernels.stream()
                    .filter(kernel -> kernel instanceof EndKernel end && end.gives(output))
                    .map(EndKernel.class::cast)
                    .toList();
            require(!found.isEmpty(), "The output " + name + " has no loss of its own");
            ends.addAll(found);
        }
        require(outputs.stream().anyMatch(Signal::isLearning), "All its layers are frozen");
        return new Program(
                inputs, kernels, idle, ends, outputs, named, padding, parameters, new Updates(net, parameters));
    }

    /** Leaves out a vertex that leaves the numbers as they are; answers whether it is one. */
    private boolean pass(GraphVertex vertex) {
        Signal source = sources(vertex).get(0);
        Optional<Signal> same = joint(vertex)
                .flatMap(settings -> Passage.behind(settings, source.shape()))
                .map(shape -> inlets.seenAs(source, shape));
        same.ifPresent(signal -> {
            signals.put(vertex.getVertexIndex(), signal);
            passPadding(vertex, Arrays.equals(signal.shape(), source.shape()));
        });
        return same.isPresent();
    }

    private void passPadding(GraphVertex vertex, boolean takes) {
        int index = vertex.getVertexIndex();
        List<Integer> before = Arrays.stream(vertex.getInputVertices())
                .map(VertexIndices::getVertexIndex)
                .toList();
        long[] shape = Objects.requireNonNull(signals.get(index)).shape();
        long[] given = Objects.requireNonNull(signals.get(before.get(0))).shape();
        // Tokens are steps without features.
        boolean keeps = shape.length == 2 || Arrays.equals(shape, given);
        padding.pass(index, vertex.getVertexName(), before, takes, keeps);
    }

    private List<Signal> sources(GraphVertex vertex) {
        return Arrays.stream(vertex.getInputVertices())
                .map(VertexIndices::getVertexIndex)
                .map(signals::get)
                .toList();
    }

    private Optional<org.deeplearning4j.nn.conf.graph.GraphVertex> joint(GraphVertex vertex) {
        return Optional.ofNullable(net.getConfiguration().getVertices().get(vertex.getVertexName()));
    }

    /** Adds a layer; answers whether it could be done. */
    private boolean add(GraphVertex vertex) {
        List<Signal> sources = sources(vertex);
        Optional<long[]> shape = shape(vertex, sources.get(0).shape());
        if (shape.isEmpty()) {
            return false;
        }
        Optional<GraphVertex> follower = follower(vertex);
        Site site = new Site(
                net,
                vertex,
                joint(vertex),
                sources,
                inlets,
                shape.get(),
                parameters,
                follower.flatMap(ProgramBuilder::nonlinearity));
        List<Kernel> made = kernels(vertex, site);
        if (made.isEmpty()) {
            return false;
        }
        kernels.addAll(made);
        if (!site.result().isLearning()) {
            idle.addAll(made);
        }
        signals.put(
                vertex.getVertexIndex(),
                site.remaining()
                        .map(function -> activated(site.result(), function))
                        .orElse(site.result()));
        boolean sameSteps = Arrays.equals(shape.get(), sources.get(0).shape());
        passPadding(vertex, sameSteps && made.stream().allMatch(Kernel::takesPadding));
        if (site.isFollowed()) {
            signals.put(follower.orElseThrow().getVertexIndex(), site.result());
            passPadding(follower.orElseThrow(), true);
        }
        return true;
    }

    private Signal activated(Signal sums, IActivation function) {
        Signal out = new Signal(sums.shape(), sums.isLearning());
        kernels.add(ActivationKernel.of(inlets.onHeap(sums), out, function));
        return out;
    }

    private List<Kernel> kernels(GraphVertex vertex, Site site) {
        return source(vertex)
                .map(source -> source.kernels(site))
                .filter(made -> !made.isEmpty())
                .orElseGet(() -> KernelKinds.at(site));
    }

    /** What knows the kernels of a vertex better than this class: its layer, the loss of its layer, or itself. */
    private Optional<Kernel.Source> source(GraphVertex vertex) {
        Optional<?> knowing = vertex.hasLayer() ? Optional.of(knowing(vertex.getLayer())) : joint(vertex);
        return knowing.filter(Kernel.Source.class::isInstance).map(Kernel.Source.class::cast);
    }

    private static Object knowing(Layer layer) {
        if (layer.conf().getLayer() instanceof CnnLossLayer pixels) {
            return pixels.getLossFn();
        }
        return layer.conf().getLayer() instanceof BaseOutputLayer output ? output.getLossFn() : layer;
    }

    /** What a layer sees of a shape; empty if what lies between cannot be left out. */
    private static Optional<long[]> shape(GraphVertex vertex, long[] given) {
        InputPreProcessor between = vertex instanceof LayerVertex layer ? layer.getLayerPreProcessor() : null;
        return between == null ? Optional.of(given) : Passage.behind(between, given);
    }

    /** The activation layer behind a layer, if nothing else is there. */
    private Optional<GraphVertex> follower(GraphVertex vertex) {
        VertexIndices[] behind = vertex.getOutputVertices();
        if (behind == null || behind.length != 1) {
            return Optional.empty();
        }
        GraphVertex next = net.getVertices()[behind[0].getVertexIndex()];
        return Optional.of(next).filter(found -> nonlinearity(found).isPresent());
    }

    private static Optional<Nonlinearity> nonlinearity(GraphVertex vertex) {
        boolean activates = vertex.hasLayer()
                && vertex.getLayer().conf().getLayer().getClass() == ActivationLayer.class
                && vertex.getLayer().conf().getLayer().getIDropout() == null;
        return activates
                ? Nonlinearity.of(((ActivationLayer) vertex.getLayer().conf().getLayer()).getActivationFn())
                : Optional.empty();
    }
}
