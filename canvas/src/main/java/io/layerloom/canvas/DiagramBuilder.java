package io.layerloom.canvas;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a document on the plane. Takes over from the diagram before whatever did not move, so that dragging one node among a thousand costs little.
 */
final class DiagramBuilder {

    private final Catalog catalog;
    private final Document document;
    private final Inference inference;
    private final String data;
    private final boolean showsCost;
    private double dearest = 1;
    private final Map<NodeId, Point> overrides;
    private final Diagram former;
    private final boolean sameContent;

    private final Map<NodeId, List<Wire>> into = new HashMap<>();
    private final Set<NodeId> feeding = new HashSet<>();
    private final Map<NodeId, List<Problem>> problems = new HashMap<>();
    private final Map<NodeId, NodeView> nodes = new LinkedHashMap<>();
    private final BoxIndex<NodeView> nodeIndex = new BoxIndex<>();
    private final List<Box> touched = new ArrayList<>();
    private final Map<List<Object>, ShapeLabel> labels = new HashMap<>();

    /**
     * @param data what the data that enter are called; empty while that is unknown
     * @param showsCost whether the costs of nodes are shown
     * @param overrides places that differ from the document's for now, while dragging or animating
     */
    DiagramBuilder(
            Catalog catalog,
            Document document,
            Inference inference,
            String data,
            boolean showsCost,
            Map<NodeId, Point> overrides,
            Diagram former) {
        this.catalog = catalog;
        this.document = document;
        this.inference = inference;
        this.data = data;
        this.showsCost = showsCost;
        this.overrides = overrides;
        this.former = former;
        this.sameContent = same(former.document().graph(), document.graph())
                && same(former.inference(), inference)
                && former.document()
                        .layout()
                        .collapsed()
                        .equals(document.layout().collapsed())
                && former.document().plan().batchSize() == document.plan().batchSize()
                && former.showsCost() == showsCost;
    }

    /** Whether two values are one object: documents share all that did not change, and comparing them whole would cost more than it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Object a, Object b) {
        return a == b;
    }

    Diagram build() {
        for (Wire wire : document.graph().wires()) {
            into.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire);
            feeding.add(wire.from());
        }
        into.values().forEach(wires -> wires.sort(Comparator.comparingInt(Wire::port)));
        for (Problem problem : inference.problems()) {
            problem.node()
                    .ifPresent(id -> problems.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(problem));
        }
        if (showsCost) {
            inference.reports().values().forEach(report -> dearest = Math.max(dearest, report.multiplyAdds()));
        }
        placeNodes();
        List<WireView> wires = placeWires();
        BoxIndex<WireView> wireIndex = new BoxIndex<>();
        for (WireView wire : wires) {
            Box bounds = wire.path().bounds();
            wireIndex.add(wire.pill().map(bounds::union).orElse(bounds).grown(1), wire);
        }
        return new Diagram(document, inference, nodes, wires, nodeIndex, wireIndex, showsCost);
    }

    private void placeNodes() {
        document.graph().nodes().values().forEach(this::place);
        for (NodeView old : former.nodes()) {
            if (!nodes.containsKey(old.id())) {
                touched.add(old.box().grown(40));
            }
        }
    }

    private void place(Node node) {
        NodeView old = former.node(node.id()).orElse(null);
        NodeFace face = old != null && sameContent ? old.face() : face(node, old);
        Point at = overrides.getOrDefault(node.id(), document.layout().of(node.id()));
        Box box = new Box(at.x(), at.y(), NodeFace.WIDTH, face.height());
        boolean moved = old == null || !old.box().equals(box);
        NodeView view = old != null && !moved && same(old.node(), node) && same(old.face(), face)
                ? old
                : new NodeView(node, catalog.typeOf(node), face, box);
        nodes.put(node.id(), view);
        nodeIndex.add(view.box(), view);
        if (moved) {
            touched.add(box.grown(40));
            if (old != null) {
                touched.add(old.box().grown(40));
            }
        }
    }

    /** The former face where it says the same, so that what shows it can be kept as well. */
    private NodeFace face(Node node, @Nullable NodeView old) {
        NodeFace face = NodeFaces.of(
                node,
                catalog,
                inference,
                into.getOrDefault(node.id(), List.of()),
                feeding.contains(node.id()),
                problems.getOrDefault(node.id(), List.of()),
                data);
        if (showsCost && inference.report(node.id()).output().isPresent()) {
            Cost cost = Cost.of(
                    inference.report(node.id()), Math.max(1, document.plan().batchSize()));
            // Costs differ by powers of ten: a hundredth of the dearest is still seen.
            double heat = 1 + Math.log10(Math.max(1e-9, cost.multiplyAdds() / dearest)) / 3;
            face = face.costing(cost.line(), Math.max(0, heat));
        }
        if (document.layout().collapsed().contains(node.id())) {
            face = face.collapse();
        }
        return old != null && old.face().equals(face) ? old.face() : face;
    }

    private List<WireView> placeWires() {
        Map<Wire, WireView> before = new HashMap<>();
        former.wires().forEach(view -> before.put(view.wire(), view));
        WireRouter router = new WireRouter(nodeIndex);
        Map<Wire, Route> kept = new HashMap<>();
        for (Wire wire : document.graph().wires()) {
            WireView old = before.get(wire);
            if (old != null && unmoved(old)) {
                kept.put(wire, old.route());
                router.reserve(old.route());
            }
        }
        PillPlacer placer = new PillPlacer(nodeIndex);
        List<WireView> views = new ArrayList<>();
        for (Wire wire : document.graph().wires()) {
            NodeView from = Objects.requireNonNull(nodes.get(wire.from()));
            NodeView to = Objects.requireNonNull(nodes.get(wire.to()));
            Route route = kept.get(wire);
            views.add(view(
                    wire,
                    from,
                    to,
                    route == null
                            ? router.route(
                                    from, to, wire.port(), document.layout().bendsOf(wire))
                            : route,
                    route == null ? null : before.get(wire),
                    placer));
        }
        return views;
    }

    private WireView view(
            Wire wire, NodeView from, NodeView to, Route route, @Nullable WireView old, PillPlacer placer) {
        Optional<ShapeLabel> label = old != null && sameContent ? old.label() : label(wire);
        Optional<Box> pill;
        if (old != null && old.label().equals(label)) {
            pill = old.pill();
            pill.ifPresent(placer::reserve);
        } else {
            pill = label.flatMap(text -> placer.place(route.path(), text));
        }
        boolean bad = bad(wire);
        if (old != null
                && same(old.from(), from)
                && same(old.to(), to)
                && old.bad() == bad
                && old.label().equals(label)
                && old.pill().equals(pill)) {
            return old;
        }
        return new WireView(wire, from, to, route, label, pill, bad);
    }

    /** Few different shapes occur in a network, and putting their words together takes longer than finding them again. */
    private Optional<ShapeLabel> label(Wire wire) {
        return inference
                .shapeOn(wire)
                .map(shape -> labels.computeIfAbsent(
                        List.of(before(wire), shape), absent -> ShapeLabel.of(before(wire), shape)));
    }

    private boolean unmoved(WireView old) {
        NodeView from = nodes.get(old.wire().from());
        NodeView to = nodes.get(old.wire().to());
        if (from == null || to == null) {
            return false;
        }
        boolean sameEnds = from.output().equals(old.path().start())
                && old.wire().port() < to.inputs()
                && to.input(old.wire().port()).equals(old.path().end());
        if (!old.route().bends().isEmpty() || document.layout().bends().containsKey(old.wire())) {
            return sameEnds && old.route().bends().equals(document.layout().bendsOf(old.wire()));
        }
        if (sameEnds) {
            for (Box box : touched) {
                if (old.path().crosses(box)) {
                    return false;
                }
            }
        }
        return sameEnds;
    }

    private Optional<Shape> before(Wire wire) {
        List<Shape> in = inference.report(wire.from()).inputs();
        return in.isEmpty() ? Optional.empty() : Optional.of(in.get(0));
    }

    private boolean bad(Wire wire) {
        return problems.getOrDefault(wire.to(), List.of()).stream()
                .filter(Problem::isError)
                .anyMatch(problem -> switch (problem.cause()) {
                    case SHAPE, AFTER_OUTPUT ->
                        problem.port().map(port -> port == wire.port()).orElse(true);
                    case CYCLE ->
                        problems.getOrDefault(wire.from(), List.of()).stream()
                                .anyMatch(other -> other.cause() == Problem.Cause.CYCLE);
                    default -> false;
                });
    }
}
