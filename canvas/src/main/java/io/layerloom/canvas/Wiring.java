package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Endings;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges wires before they are there. */
final class Wiring {

    /** What comes of a wire. */
    sealed interface Verdict {
        /** All is well, as far as the shapes are known. */
        record Fits() implements Verdict {}

        /** The wire makes sense, yet the numbers do not fit; a setting can mend that. */
        record Misfits(String why) implements Verdict {}

        /** The kinds of tensor differ, but one layer put between makes them fit. */
        record Adapts(LayerType between) implements Verdict {}

        /** The wire makes no sense. */
        record Refused(String why) implements Verdict {}

        default boolean possible() {
            return !(this instanceof Refused);
        }
    }

    private static final Verdict FITS = new Verdict.Fits();

    /** A tensor of each kind, large enough for every window as it is set by itself. */
    private static final List<Shape> TYPICAL = List.of(
            new Shape.Vector(64),
            new Shape.Image(64, 64, 8),
            new Shape.Volume(32, 32, 32, 8),
            new Shape.Sequence(32, 8),
            new Shape.Tokens(32, 1000));

    private final Graph graph;
    private final Catalog catalog;
    private final Inference inference;
    private final Map<NodeId, List<Wire>> outOf = new HashMap<>();
    private final Map<NodeId, List<Wire>> into = new HashMap<>();
    private final Map<NodeId, Set<NodeId>> reached = new HashMap<>();

    Wiring(Graph graph, Catalog catalog, Inference inference) {
        this.graph = graph;
        this.catalog = catalog;
        this.inference = inference;
        for (Wire wire : graph.wires()) {
            outOf.computeIfAbsent(wire.from(), id -> new ArrayList<>()).add(wire);
            into.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire);
        }
    }

    /** Judges a wire; one that lies in the same input counts as gone. */
    Verdict of(Wire wire) {
        if (wire.from().equals(wire.to())) {
            return new Verdict.Refused(tr("A layer cannot feed itself."));
        }
        Optional<String> ended = Endings.refusal(graph, wire.from(), catalog);
        Optional<LayerType> to = catalog.typeOf(graph.node(wire.to()));
        if (ended.isPresent()) {
            return new Verdict.Refused(ended.get());
        }
        if (to.isPresent() && to.get().isInput()) {
            return new Verdict.Refused(
                    tr("%s is where data enters; it takes no wire.", to.get().name()));
        }
        if (reachedFrom(wire.to()).contains(wire.from())) {
            return new Verdict.Refused(tr(
                    "This would close a cycle: %s already leads to %s.",
                    graph.node(wire.to()).name(), graph.node(wire.from()).name()));
        }
        return to.isEmpty() ? FITS : shapes(wire, to.get());
    }

    private Verdict shapes(Wire wire, LayerType type) {
        Optional<Shape> shape = inference.shapeOn(wire);
        if (shape.isEmpty()) {
            return FITS;
        }
        Values values = graph.node(wire.to()).values();
        if (!type.inputs().accepts(shape.get())) {
            Optional<LayerType> adapter = adapter(shape.get(), type);
            return adapter.isPresent()
                    ? new Verdict.Adapts(adapter.get())
                    : new Verdict.Refused(why(type.infer(values, List.of(shape.get()))));
        }
        List<Wire> wires = new ArrayList<>(into.getOrDefault(wire.to(), List.of()));
        wires.removeIf(other -> other.port() == wire.port());
        wires.add(wire);
        wires.sort(Comparator.comparingInt(Wire::port));
        List<Shape> shapes =
                wires.stream().flatMap(each -> inference.shapeOn(each).stream()).toList();
        if (wires.size() > type.inputs().max()) {
            return new Verdict.Refused(tr("%s takes no further wire.", type.name()));
        }
        if (shapes.size() < wires.size() || shapes.size() < type.inputs().min()) {
            return FITS;
        }
        Inferred inferred = type.infer(values, shapes);
        return inferred instanceof Inferred.Ok ? FITS : new Verdict.Misfits(why(inferred));
    }

    /** The first layer of the catalog that may go between unasked and turns this shape into one that is accepted. */
    private Optional<LayerType> adapter(Shape shape, LayerType next) {
        return catalog.layers().stream()
                .filter(LayerType::adapter)
                .filter(type -> type.inputs().accepts(shape))
                .filter(type -> type.infer(type.initialValues(), List.of(shape)) instanceof Inferred.Ok ok
                        && next.inputs().accepts(ok.shape()))
                .findFirst();
    }

    private static String why(Inferred inferred) {
        return inferred instanceof Inferred.Bad bad ? bad.message() : "";
    }

    /** All nodes behind a node, itself included. */
    Set<NodeId> reachedFrom(NodeId start) {
        return reached.computeIfAbsent(start, this::search);
    }

    private Set<NodeId> search(NodeId start) {
        return walk(
                start,
                id -> outOf.getOrDefault(id, List.of()).stream().map(Wire::to).toList());
    }

    /** All nodes before a node, itself included. */
    Set<NodeId> leadingTo(NodeId end) {
        return walk(
                end,
                id -> into.getOrDefault(id, List.of()).stream().map(Wire::from).toList());
    }

    private static Set<NodeId> walk(NodeId start, Function<NodeId, List<NodeId>> next) {
        Set<NodeId> seen = new HashSet<>();
        ArrayDeque<NodeId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (seen.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return seen;
    }

    /** The input of a node that a new wire would take: the first free one, else the only one. Empty if all are taken. */
    Optional<Integer> freeInput(NodeView node) {
        Set<Integer> taken = new HashSet<>();
        into.getOrDefault(node.id(), List.of()).forEach(wire -> taken.add(wire.port()));
        for (int port = 0; port < node.inputs(); port++) {
            if (!taken.contains(port)) {
                return Optional.of(port);
            }
        }
        return node.inputs() == 1 ? Optional.of(0) : Optional.empty();
    }

    /** Whether a new layer can stand behind a node. */
    private boolean canFollow(LayerType type, NodeId before) {
        if (type.isInput() || Endings.refusal(graph, before, catalog).isPresent()) {
            return false;
        }
        return inference
                .report(before)
                .output()
                .map(shape -> takes(type, shape))
                .orElse(true);
    }

    /** How a new layer can stand behind a node, if it can: as it is, or with another one between. */
    Optional<Offer> follow(LayerType type, NodeId before) {
        Offer offer = Offer.of(type);
        if (canFollow(type, before)) {
            return Optional.of(offer);
        }
        if (type.isInput() || Endings.refusal(graph, before, catalog).isPresent()) {
            return Optional.empty();
        }
        return inference
                .report(before)
                .output()
                .filter(shape -> !type.inputs().accepts(shape))
                .flatMap(shape -> adapter(shape, type))
                .map(offer::through);
    }

    /** How a new layer can stand before a node, if it can: as it is, or with another one between. A layer of which it is not known what it gives counts as fitting. */
    Optional<Offer> lead(LayerType type, NodeId behind) {
        if (type.isOutput()) {
            return Optional.empty();
        }
        Offer offer = Offer.of(type);
        Optional<LayerType> next = catalog.typeOf(graph.node(behind));
        List<Shape> given = gives(type);
        if (next.isEmpty()
                || given.isEmpty()
                || given.stream().anyMatch(next.get().inputs()::accepts)) {
            return Optional.of(offer);
        }
        Optional<LayerType> between = given.stream()
                .flatMap(shape -> adapter(shape, next.get()).stream())
                .findFirst();
        return between.map(offer::through).or(() -> Optional.of(offer).filter(each -> !type.isInput()));
    }

    /** What a layer gives by itself, or makes of a tensor of each kind that it takes alone. */
    private static List<Shape> gives(LayerType type) {
        List<List<Shape>> taken = type.isInput()
                ? List.of(List.of())
                : TYPICAL.stream().filter(type.inputs()::accepts).map(List::of).toList();
        return type.inputs().min() > 1
                ? List.of()
                : taken.stream()
                        .map(in -> type.infer(type.initialValues(), in))
                        .flatMap(answer -> answer instanceof Inferred.Ok ok ? Stream.of(ok.shape()) : Stream.empty())
                        .toList();
    }

    /** Whether a new layer can stand between the two ends of a wire. */
    boolean canSplit(LayerType type, Wire wire) {
        if (type.isInput() || type.isOutput()) {
            return false;
        }
        Optional<Shape> shape = inference.shapeOn(wire);
        if (shape.isEmpty()) {
            return true;
        }
        if (!takes(type, shape.get())) {
            return false;
        }
        if (type.inputs().min() > 1) {
            return true; // what it gives is known only with its other inputs
        }
        Inferred out = type.infer(type.initialValues(), List.of(shape.get()));
        Optional<LayerType> next = catalog.typeOf(graph.node(wire.to()));
        return !(out instanceof Inferred.Ok ok)
                || next.isEmpty()
                || next.get().inputs().accepts(ok.shape());
    }

    private static boolean takes(LayerType type, Shape shape) {
        return type.inputs().accepts(shape)
                && (type.inputs().min() > 1 || type.infer(type.initialValues(), List.of(shape)) instanceof Inferred.Ok);
    }
}
