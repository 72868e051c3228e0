package io.layerloom.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a shape became too small on its way to a layer that cannot take it: which layers before it give fewer places (pixels, voxels, steps) than they get, and whether it could take what would
 * reach it if some of them gave something else. Goes by the rules of the layers in between alone.
 */
final class Narrowing {

    /** So many layers that shrink a shape are looked at, the nearest ones; it is asked with every edit. */
    private static final int MOST = 12;

    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;
    private final Node misfit;

    /** All on whose results the misfit depends, in the direction of the data. */
    private final List<NodeId> before;

    private final List<NodeId> layers;

    /** @param at a layer with a problem of its shape */
    Narrowing(Graph graph, Inference inference, Catalog catalog, NodeId at) {
        this.graph = graph;
        this.inference = inference;
        this.catalog = catalog;
        this.misfit = graph.node(at);
        this.before = isJudged() ? before() : List.of();
        this.layers = shrinking();
    }

    /** Whether the layer is at odds with what comes in, and not with how it is wired. */
    private boolean isJudged() {
        int wires = graph.into(misfit.id()).size();
        return wires > 0 && inference.report(misfit.id()).inputs().size() == wires && !Bypass.is(misfit);
    }

    private List<NodeId> before() {
        Set<NodeId> seen = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(misfit.id()));
        while (!open.isEmpty()) {
            for (Wire wire : graph.into(open.remove())) {
                if (seen.add(wire.from())) {
                    open.add(wire.from());
                }
            }
        }
        return inference.order().stream().filter(seen::contains).toList();
    }

    private List<NodeId> shrinking() {
        List<NodeId> found = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0 && found.size() < MOST; i--) {
            Inference.Report report = inference.report(before.get(i));
            if (report.inputs().size() == 1
                    && report.output().isPresent()
                    && isSmaller(report.output().get(), report.inputs().get(0))) {
                found.add(before.get(i));
            }
        }
        return List.copyOf(found);
    }

    /** The layers before the misfit that give fewer places than they get, the nearest first. */
    List<NodeId> layers() {
        return layers;
    }

    /** Whether the misfit could take what reaches it if some of {@link #layers} made something else of what they get. */
    boolean fits(Map<NodeId, Function<Shape, Inferred>> instead) {
        Map<NodeId, Shape> changed = new HashMap<>();
        for (NodeId id : before) {
            if (instead.containsKey(id) || (!changed.isEmpty() && isReached(id, changed.keySet()))) {
                Optional<Shape> given = given(graph.node(id), changed, instead);
                if (given.isEmpty()) {
                    return false;
                }
                changed.put(id, given.get());
            }
        }
        return given(misfit, changed, instead).isPresent();
    }

    private boolean isReached(NodeId id, Set<NodeId> changed) {
        for (Wire wire : graph.into(id)) {
            if (changed.contains(wire.from())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Shape> given(
            Node node, Map<NodeId, Shape> changed, Map<NodeId, Function<Shape, Inferred>> instead) {
        List<Shape> in = new ArrayList<>();
        for (Wire wire : graph.into(node.id())) {
            Shape other = changed.get(wire.from());
            Optional<Shape> shape = other == null ? inference.shapeOn(wire) : Optional.of(other);
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            in.add(shape.get());
        }
        Function<Shape, Inferred> own = instead.get(node.id());
        if (own != null) {
            return shape(own.apply(in.get(0)));
        }
        return Bypass.is(node)
                ? Optional.of(in.get(0))
                : catalog.typeOf(node).flatMap(type -> shape(type.infer(node.values(), in)));
    }

    private static Optional<Shape> shape(Inferred inferred) {
        return inferred instanceof Inferred.Ok ok ? Optional.of(ok.shape()) : Optional.empty();
    }

    /**
     * The layers to blame, the nearest first: each without which the shape would fit, if it gave as many places as it gets; where there is none, the nearest few that would have to do so together;
     * empty if size is not what is wrong.
     */
    List<NodeId> culprits() {
        List<NodeId> alone =
                layers.stream().filter(id -> fits(Map.of(id, keeping(id)))).toList();
        if (!alone.isEmpty()) {
            return alone;
        }
        Map<NodeId, Function<Shape, Inferred>> together = new LinkedHashMap<>();
        for (NodeId id : layers) {
            together.put(id, keeping(id));
            if (fits(together)) {
                return List.copyOf(together.keySet());
            }
        }
        return List.of();
    }

    /** The wires from what comes into the layers to blame to the misfit. */
    Set<Wire> way() {
        Set<NodeId> reached = new HashSet<>(culprits());
        if (reached.isEmpty()) {
            return Set.of();
        }
        Set<Wire> way = new LinkedHashSet<>();
        reached.forEach(id -> way.addAll(graph.into(id)));
        for (NodeId id : before) {
            addReached(id, reached, way);
        }
        addReached(misfit.id(), reached, way);
        return Collections.unmodifiableSet(way);
    }

    private void addReached(NodeId id, Set<NodeId> reached, Set<Wire> way) {
        for (Wire wire : graph.into(id)) {
            if (reached.contains(wire.from())) {
                reached.add(id);
                way.add(wire);
            }
        }
    }

    /** A layer as if it kept every place. */
    private Function<Shape, Inferred> keeping(NodeId id) {
        Shape given = inference.report(id).output().orElseThrow();
        return in -> Inferred.ok(withPlaces(given, in));
    }

    /** Whether one shape has fewer places than another of its kind, and in no direction more. */
    static boolean isSmaller(Shape one, Shape other) {
        List<Long> small = places(one);
        List<Long> large = places(other);
        if (!one.getClass().equals(other.getClass()) || small.equals(large)) {
            return false;
        }
        for (int i = 0; i < small.size(); i++) {
            if (small.get(i) > large.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> places(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return List.of(image.height(), image.width());
        }
        if (shape instanceof Shape.Volume volume) {
            return List.of(volume.depth(), volume.height(), volume.width());
        }
        return shape instanceof Shape.Sequence sequence ? List.of(sequence.steps()) : List.of();
    }

    /** A shape with as many places as another of its kind has. */
    static Shape withPlaces(Shape shape, Shape of) {
        if (shape instanceof Shape.Image image && of instanceof Shape.Image places) {
            return new Shape.Image(places.height(), places.width(), image.channels());
        }
        if (shape instanceof Shape.Volume volume && of instanceof Shape.Volume places) {
            return new Shape.Volume(places.depth(), places.height(), places.width(), volume.channels());
        }
        return shape instanceof Shape.Sequence sequence && of instanceof Shape.Sequence places
                ? new Shape.Sequence(places.steps(), sequence.features())
                : shape;
    }
}
