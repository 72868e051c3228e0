package io.layerloom.canvas;

import io.layerloom.graph.Bypass;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.CausePath;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** How near a moved node may make a wire take another way, and a label that went away may make room for another. */
    private static final double REACH = 40;

    private final Catalog catalog;
    private final Document document;
    private final Inference inference;
    private final String data;
    private final Optional<Costs> costs;
    private final Map<NodeId, Point> overrides;
    private final Diagram former;
    private final boolean sameContent;

    private final Map<NodeId, List<Problem>> problems = new HashMap<>();
    /** The ways from causes of problems to where they show. */
    private final Set<Wire> causes;

    private final Map<NodeId, NodeView> nodes;
    private final Map<Wire, WireView> wires;
    private final List<Box> touched = new ArrayList<>();
    /** Where labels lay that lie there no more. */
    private final List<Box> freed = new ArrayList<>();

    private final Map<List<Object>, ShapeLabel> labels = new HashMap<>();
    private final Map<NodeId, Difference.Kind> changes;
    private final boolean continues;
    private final Diagram.Indexes indexes;

    /**
     * @param data what the data that enter are called; empty while that is unknown
     * @param costs the costs of nodes, if they are shown
     * @param changes how layers differ from those of another network
     * @param overrides places that differ from the document's for now, while dragging or animating
     */
    DiagramBuilder(
            Catalog catalog,
            Document document,
            Inference inference,
            String data,
            Optional<Costs> costs,
            Map<NodeId, Difference.Kind> changes,
            Map<NodeId, Point> overrides,
            Diagram former) {
        this.catalog = catalog;
        this.document = document;
        this.inference = inference;
        this.data = data;
        this.costs = costs;
        this.changes = changes;
        this.overrides = overrides;
        this.former = former;
        this.sameContent = same(former.document().graph(), document.graph())
                && same(former.inference(), inference)
                && former.document()
                        .layout()
                        .collapsed()
                        .equals(document.layout().collapsed())
                && former.document().plan().batchSize() == document.plan().batchSize()
                && former.costs().equals(costs);
        this.causes = same(former.document().graph(), document.graph()) && same(former.inference(), inference)
                ? former.causes()
                : CausePath.of(document.graph(), inference, catalog);
        int count = document.graph().nodes().size();
        this.nodes = new LinkedHashMap<>(2 * count);
        this.wires = new LinkedHashMap<>(2 * document.graph().wires().size());
        this.continues = !former.isEmpty()
                && !former.indexes().isWorn()
                && (same(former.document().graph(), document.graph()) || continues());
        this.indexes = continues
                ? former.indexes().copy()
                : new Diagram.Indexes(new BoxIndex<>(), new BoxIndex<>(), new BoxIndex<>(), new BoxIndex<>());
    }

    /** Whether the indexes can be carried on, because their order is that of the document: nothing changed its place in it, and what is new stands at its end. */
    private boolean continues() {
        return continues(former.nodesById(), document.graph().nodes().keySet())
                && continues(former.wiresByWire(), document.graph().wires());
    }

    private static <K> boolean continues(Map<K, ?> before, Iterable<K> now) {
        Iterator<K> former = before.keySet().iterator();
        for (K key : now) {
            boolean found = false;
            while (!found && former.hasNext()) {
                found = former.next().equals(key); // those before it are gone
            }
            if (!found && before.containsKey(key)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two values are one object: documents share all that did not change, and comparing them whole would cost more than it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Object a, Object b) {
        return a == b;
    }

    Diagram build() {
        if (!sameContent) {
            gather();
        }
        document.graph().nodes().values().forEach(this::place);
        if (!same(former.document().graph(), document.graph())) {
            former.nodes().stream().filter(old -> !nodes.containsKey(old.id())).forEach(this::drop);
        }
        placeWires();
        return new Diagram(document, inference, nodes, wires, indexes, costs, causes);
    }

    /** What the faces follow from, by node. */
    private void gather() {
        for (Problem problem : inference.problems()) {
            problem.node()
                    .ifPresent(id -> problems.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(problem));
        }
    }

    private void place(Node node) {
        NodeView old = former.node(node.id()).orElse(null);
        FaceFacts facts = old != null && sameContent ? old.facts() : facts(node, old);
        NodeFace face = face(facts, old);
        Point at = overrides.getOrDefault(node.id(), document.layout().of(node.id()));
        Box box = new Box(at.x(), at.y(), NodeFace.WIDTH, face.height());
        boolean moved = old == null || !old.box().equals(box);
        NodeView view = old != null && !moved && same(old.facts(), facts)
                ? old
                : new NodeView(facts, catalog.typeOf(node), face, box);
        nodes.put(node.id(), view);
        if (!continues || old == null) {
            indexes.nodes().add(box, view);
        } else if (!same(old, view)) {
            indexes.nodes().replace(old.box(), old, box, view);
        }
        if (moved) {
            touched.add(box.grown(REACH));
            if (old != null) {
                touched.add(old.box().grown(REACH));
            }
        }
    }

    private void drop(NodeView old) {
        touched.add(old.box().grown(REACH));
        if (continues) {
            indexes.nodes().remove(old.box(), old);
        }
    }

    /** The former facts where they are the same, so that what follows from them is kept as well. */
    private FaceFacts facts(Node node, @Nullable NodeView old) {
        Inference.Report report = inference.report(node.id());
        List<Wire> into = document.graph().into(node.id());
        boolean complete = report.inputs().size() == into.size();
        FaceFacts facts = new FaceFacts(
                node,
                report,
                into,
                complete ? List.of() : into.stream().map(inference::shapeOn).toList(),
                !document.graph().outOf(node.id()).isEmpty(),
                problems.getOrDefault(node.id(), List.of()),
                document.layout().collapsed().contains(node.id()),
                Bypass.is(node) ? Optional.empty() : costs.flatMap(known -> known.of(node.id())),
                Optional.ofNullable(changes.get(node.id())));
        return old != null && old.facts().equals(facts) ? old.facts() : facts;
    }

    /** The former face where it says the same, so that what shows it can be kept as well. */
    private NodeFace face(FaceFacts facts, @Nullable NodeView old) {
        if (old != null && same(old.facts(), facts)) {
            return old.face();
        }
        NodeFace face = NodeFaces.of(facts, catalog, data);
        return old != null && old.face().equals(face) ? old.face() : face;
    }

    private void placeWires() {
        List<Wire> all = document.graph().wires();
        List<@Nullable WireView> olds = new ArrayList<>(all.size());
        Set<WireView> near = near();
        Set<WireView> led = Collections.newSetFromMap(new IdentityHashMap<>());
        int known = 0;
        for (Wire wire : all) {
            WireView old = former.wire(wire).orElse(null);
            olds.add(old);
            if (old != null) {
                known++;
                boolean stays = unmoved(old, near);
                if (!stays) {
                    led.add(old);
                }
                if (stays != continues) {
                    reserve(old, stays);
                }
            }
        }
        if (known < former.wires().size()) {
            dropAllBut(new HashSet<>(all));
        }
        WireRouter router = new WireRouter(indexes.nodes(), indexes.lanes());
        PillPlacer placer = new PillPlacer(indexes.nodes(), indexes.pills());
        for (int i = 0; i < all.size(); i++) {
            WireView old = olds.get(i);
            place(all.get(i), old, old == null || led.contains(old) ? null : old, router, placer);
        }
        placeLabelsLeftOut(placer);
    }

    /** A label for which there was no room before may find some where something went away. */
    private void placeLabelsLeftOut(PillPlacer placer) {
        Set<WireView> leftOut = new LinkedHashSet<>();
        for (List<Box> changed : List.of(touched, freed)) {
            for (Box box : changed) {
                indexes.wires().each(box.grown(REACH), wire -> {
                    if (wire.label().isPresent() && wire.pill().isEmpty()) {
                        leftOut.add(wire);
                    }
                });
            }
        }
        for (WireView wire : leftOut) {
            wire.label().flatMap(label -> placer.place(wire.path(), label)).ifPresent(pill -> {
                WireView labelled = wire.with(pill);
                wires.put(wire.wire(), labelled);
                indexes.wires()
                        .replace(wire.bounds().grown(1), wire, labelled.bounds().grown(1), labelled);
            });
        }
    }

    /** The former wires that lie where something moved. */
    private Set<WireView> near() {
        Set<WireView> near = Collections.newSetFromMap(new IdentityHashMap<>());
        touched.forEach(box -> former.indexes().wires().each(box, near::add));
        return near;
    }

    private void dropAllBut(Set<Wire> left) {
        for (WireView old : former.wires()) {
            if (left.contains(old.wire())) {
                continue;
            }
            if (continues) {
                reserve(old, false);
                indexes.wires().remove(old.bounds().grown(1), old);
            } else {
                old.pill().ifPresent(freed::add); // indexes that begin anew do not hold it, but others may have had no
                // room for it
            }
        }
    }

    /** Keeps the lane and the label of a wire for it, or gives them free. */
    private void reserve(WireView wire, boolean on) {
        wire.route().lane().ifPresent(lane -> reserve(indexes.lanes(), lane, on));
        wire.pill().ifPresent(pill -> reserve(indexes.pills(), pill, on));
        if (!on) {
            wire.pill().ifPresent(freed::add);
        }
    }

    private static void reserve(BoxIndex<Box> index, Box box, boolean on) {
        if (on) {
            index.add(box, box);
        } else {
            index.remove(box, box);
        }
    }

    private void place(
            Wire wire, @Nullable WireView old, @Nullable WireView kept, WireRouter router, PillPlacer placer) {
        NodeView from = Objects.requireNonNull(nodes.get(wire.from()));
        NodeView to = Objects.requireNonNull(nodes.get(wire.to()));
        WireView view =
                kept != null && same(kept.from(), from) && same(kept.to(), to) && kept.bad() == causes.contains(wire)
                        ? kept
                        : view(wire, from, to, kept, router, placer);
        wires.put(wire, view);
        if (!continues || old == null) {
            indexes.wires().add(view.bounds().grown(1), view);
        } else if (!same(old, view)) {
            indexes.wires().replace(old.bounds().grown(1), old, view.bounds().grown(1), view);
        }
    }

    private WireView view(
            Wire wire, NodeView from, NodeView to, @Nullable WireView kept, WireRouter router, PillPlacer placer) {
        Route route = kept == null
                ? router.route(from, to, wire.port(), document.layout().bendsOf(wire))
                : kept.route();
        Optional<ShapeLabel> label = label(from.facts().report());
        Optional<Box> pill;
        if (kept != null && kept.label().equals(label)) {
            pill = kept.pill();
        } else {
            if (kept != null) {
                kept.pill().ifPresent(former -> {
                    indexes.pills().remove(former, former);
                    freed.add(former);
                });
            }
            pill = label.flatMap(text -> placer.place(route.path(), text));
        }
        return new WireView(wire, from, to, route, label, pill, causes.contains(wire));
    }

    /** Few different shapes occur in a network, and putting their words together takes longer than finding them again. */
    private Optional<ShapeLabel> label(Inference.Report report) {
        Optional<Shape> before = report.inputs().stream().findFirst();
        return report.output()
                .map(shape -> labels.computeIfAbsent(List.of(before, shape), absent -> ShapeLabel.of(before, shape)));
    }

    private boolean unmoved(WireView old, Set<WireView> near) {
        NodeView from = nodes.get(old.wire().from());
        NodeView to = nodes.get(old.wire().to());
        if (from == null || to == null || !hasSameEnds(old, from, to)) {
            return false;
        }
        if (!old.route().bends().isEmpty() || document.layout().bends().containsKey(old.wire())) {
            return old.route().bends().equals(document.layout().bendsOf(old.wire()));
        }
        return !near.contains(old) || touched.stream().noneMatch(old.path()::crosses);
    }

    private static boolean hasSameEnds(WireView old, NodeView from, NodeView to) {
        boolean sameNodes = same(old.from(), from) && same(old.to(), to);
        return sameNodes
                || (from.output().equals(old.path().start())
                        && old.wire().port() < to.inputs()
                        && to.input(old.wire().port()).equals(old.path().end()));
    }
}
