package io.layerloom.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All layers, optimizers and schedules that the program knows, and how they become a network. */
public final class Catalog {

    private final List<LayerType> layers;
    private final List<OptimizerType> optimizers;
    private final List<ScheduleType> schedules;
    private final Lowering lowering;
    private final Map<String, LayerType> layerById;

    public Catalog(
            List<LayerType> layers, List<OptimizerType> optimizers, List<ScheduleType> schedules, Lowering lowering) {
        this.layers = List.copyOf(layers);
        this.optimizers = List.copyOf(optimizers);
        this.schedules = List.copyOf(schedules);
        this.lowering = lowering;
        this.layerById = this.layers.stream().collect(Collectors.toUnmodifiableMap(LayerType::id, Function.identity()));
    }

    /** Every layer in the order of the palette. */
    public List<LayerType> layers() {
        return layers;
    }

    /** Every optimizer in the order of the list. */
    public List<OptimizerType> optimizers() {
        return optimizers;
    }

    /** Every schedule in the order of the list. */
    public List<ScheduleType> schedules() {
        return schedules;
    }

    /** The layer of this id; empty if this version does not know it. */
    public Optional<LayerType> layer(String id) {
        return Optional.ofNullable(layerById.get(id));
    }

    /** The layer of a node; empty if this version does not know it. */
    public Optional<LayerType> typeOf(Node node) {
        if (node.block().isPresent()) {
            return Optional.of(node.block().get().type(this));
        }
        return layer(node.type()).or(() -> BlockPorts.find(node.type()));
    }

    /** The nodes of a graph whose layers are of a certain kind. */
    public List<Node> nodes(Graph graph, Predicate<LayerType> kind) {
        return graph.nodes().values().stream()
                .filter(node -> typeOf(node).filter(kind).isPresent())
                .toList();
    }

    /** The optimizer of this id; empty if this version does not know it. */
    public Optional<OptimizerType> optimizer(String id) {
        return optimizers.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** The schedule of this id; empty if this version does not know it. */
    public Optional<ScheduleType> schedule(String id) {
        return schedules.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /**
     * The network of a document in the engine's terms; blocks are gone, their layers stand in their place, and what is bypassed is left out.
     *
     * @throws IllegalArgumentException if the inference holds errors
     */
    public Network lower(Document document, Inference inference) {
        boolean asDrawn = !Expansion.isNeeded(document.graph()) && !Bypass.isUsed(document.graph());
        if (inference.hasErrors() || asDrawn) {
            return lowering.lower(document, inference, this);
        }
        Expansion flat = Expansion.of(document.graph(), this);
        return lowering.lower(document.with(flat.graph()), Inference.of(flat.graph(), this), this)
                .with(flat.sections());
    }

    /** A part of a drawing in the engine's terms, to be computed but not trained. */
    public Network lower(Excerpt excerpt) {
        return lowering.lower(excerpt, this);
    }
}
