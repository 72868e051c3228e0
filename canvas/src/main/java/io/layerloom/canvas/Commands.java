package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Bypass;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What menus and keys can ask of a canvas. */
final class Commands {

    private static final double STEP = 24;
    private static final double BESIDE = NodeFace.WIDTH + 72;

    /** Left and right of all that is shown as a whole. */
    private static final double FIT = 16;

    /** Above and below: there lies what tells of the drawing, and titles stand above their frames. */
    private static final double FIT_ABOVE = 36;

    private final Editor editor;
    private final Reveal reveal;
    private final Copying copying;
    private Optional<Viewport> whole = Optional.empty();

    Commands(Editor editor) {
        this.editor = editor;
        this.reveal = new Reveal(editor);
        this.copying = new Copying(editor, reveal);
    }

    /** What makes copies of layers. */
    Copying copying() {
        return copying;
    }

    void selectAll() {
        editor.select(editor.document().graph().nodes().keySet());
    }

    void invert() {
        Set<NodeId> others = new HashSet<>(editor.document().graph().nodes().keySet());
        others.removeAll(editor.selection());
        editor.select(others);
    }

    void clear() {
        editor.select(List.of());
    }

    /** Adds to the selection all that feeds it, or all that it feeds. */
    void extend(boolean upstream) {
        Wiring wiring = editor.wiring();
        Set<NodeId> more = new HashSet<>(editor.selection());
        for (NodeId id : editor.selection()) {
            more.addAll(upstream ? wiring.leadingTo(id) : wiring.reachedFrom(id));
        }
        editor.select(more);
    }

    void delete() {
        Optional<Wire> wire = editor.selectedWire();
        if (wire.isPresent()) {
            editor.send(Edits.disconnect(wire.get()));
        } else if (!editor.selection().isEmpty()) {
            editor.send(CanvasEdits.delete(
                    editor.document(), editor.catalog(), editor.inference(), Set.copyOf(editor.selection())));
        }
    }

    /** Puts a block in the place of the selected layers; answers why that cannot be, if it cannot. */
    Optional<String> makeBlock() {
        Set<NodeId> nodes = Set.copyOf(editor.selection());
        Optional<String> refusal = BlockEdits.refusal(editor.document(), nodes, editor.catalog());
        if (refusal.isEmpty()) {
            NodeId id = editor.document().graph().freshId();
            editor.send(BlockEdits.make(nodes, id, editor.catalog()), List.of(id));
            reveal(id);
        }
        return refusal;
    }

    /** The layers of the selected block take its place; answers why nothing does, if no block is selected. */
    Optional<String> unpack() {
        Optional<NodeView> block = singleSelection().filter(node -> editor.isBlock(node.id()));
        block.ifPresent(node -> {
            Set<NodeId> before = editor.document().graph().nodes().keySet();
            editor.send(BlockEdits.unpack(node.id(), editor.catalog()));
            editor.select(editor.document().graph().nodes().keySet().stream()
                    .filter(id -> !before.contains(id))
                    .toList());
        });
        return block.isPresent() ? Optional.empty() : Optional.of(tr("Only a block can be unpacked. Select one."));
    }

    /** Lays a wire from the first selected layer to the other one, or back if only that can be; answers why neither can be. Two layers are selected. */
    Optional<String> join() {
        List<NodeView> two = editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .toList();
        return new Connection(editor, editor.wiring(), Optional.empty()).join(two.get(0), two.get(1));
    }

    /** Where something is said of the selection, on the screen. */
    Point beside() {
        return editor.diagram()
                .bounds(editor.selection())
                .map(editor.view()::toScreen)
                .map(box -> new Point(Math.max(8, box.x()), Math.min(editor.height() - 80, Math.max(8, box.bottom()))))
                .orElse(new Point(editor.width() / 2 - 120, editor.height() / 2));
    }

    /** Lets training leave the selected layers as they are; if all of them are frozen, lets it change them again. */
    void freeze() {
        List<NodeId> nodes = CanvasEdits.freezable(editor.document(), editor.catalog(), editor.selection());
        if (!nodes.isEmpty()) {
            boolean frozen = CanvasEdits.areFrozen(editor.document(), nodes);
            editor.send(Edits.freeze(nodes, !frozen, editor.catalog()));
        }
    }

    /** Leaves the selected layers out of the network; if all that can be are left out, uses them again. Answers why one of them cannot be left out. */
    Optional<String> bypass() {
        Graph graph = editor.document().graph();
        List<NodeId> chosen = graph.nodes().keySet().stream()
                .filter(editor.selection()::contains)
                .toList();
        List<NodeId> idle =
                chosen.stream().filter(id -> Bypass.is(graph.node(id))).toList();
        List<NodeId> used = CanvasEdits.bypassable(editor.document(), editor.catalog(), chosen);
        if (!used.isEmpty()) {
            editor.send(Edits.bypass(used, true, editor.catalog()));
        } else if (!idle.isEmpty()) {
            editor.send(Edits.bypass(idle, false, editor.catalog()));
            return Optional.empty();
        }
        return chosen.stream()
                .filter(id -> !Bypass.is(graph.node(id)))
                .flatMap(id -> Bypass.refusal(graph, id, editor.catalog()).stream())
                .findFirst();
    }

    void nudge(double dx, double dy) {
        if (!editor.selection().isEmpty()) {
            editor.send(CanvasEdits.nudge(editor.document(), Set.copyOf(editor.selection()), dx, dy));
        }
    }

    /** Adds a layer: behind the one selected layer if it fits there, if need be through another one, else in the middle of the view where there is room. */
    void addAtCentre(LayerType type) {
        Optional<NodeView> behind = singleSelection();
        Optional<Offer> offer = behind.flatMap(node -> editor.wiring().follow(type, node.id()));
        if (offer.isPresent()) {
            append(offer.get(), behind.get());
        } else {
            Point centre = editor.centre();
            Box box = new Box(centre.x() - NodeFace.WIDTH / 2, centre.y() - 38, NodeFace.WIDTH, 76);
            add(type, free(box, 0, 76 + STEP));
        }
    }

    Optional<NodeView> singleSelection() {
        return editor.selection().size() == 1
                ? editor.diagram().node(editor.selection().iterator().next())
                : Optional.empty();
    }

    /** Adds a layer behind another one, with what has to go between. */
    void append(Offer offer, NodeView before) {
        Box beside = new Box(before.box().x() + BESIDE, before.output().y() - 38, NodeFace.WIDTH, 76);
        append(offer, before.id(), free(beside, 0, 76 + STEP));
    }

    /** Adds a layer at a place behind another one; what has to go between takes the place, and the layer the next one. */
    void append(Offer offer, NodeId before, Box at) {
        List<LayerType> types = offer.types();
        List<NodeId> ids = editor.document().graph().freshIds(types.size());
        NodeId last = ids.get(ids.size() - 1);
        editor.bring(
                CanvasEdits.append(types, ids, places(at, types.size(), BESIDE), before, editor.catalog()),
                List.of(last));
        reveal(last);
    }

    /** Adds a layer at a place before an input; what has to go between takes the place, and the layer the one before. */
    void prepend(Offer offer, Port behind, Box at) {
        List<LayerType> types = offer.types();
        List<NodeId> ids = editor.document().graph().freshIds(types.size());
        NodeId first = ids.get(ids.size() - 1);
        editor.bring(CanvasEdits.prepend(types, ids, places(at, types.size(), -BESIDE), behind), List.of(first));
        reveal(first);
    }

    private List<Point> places(Box first, int count, double apart) {
        List<Point> places = new ArrayList<>();
        Box box = first;
        for (int i = 0; i < count; i++) {
            places.add(new Point(box.x(), box.y()));
            box = free(box.moved(apart, 0), 0, 76 + STEP);
        }
        return places;
    }

    void add(LayerType type, Box at) {
        NodeId id = editor.document().graph().freshId();
        editor.bring(Edits.add(type, id, new Point(at.x(), at.y())), List.of(id));
        reveal(id);
    }

    private Box free(Box wanted, double dx, double dy) {
        Box box = wanted;
        for (int tries = 0;
                tries < 200 && !editor.diagram().nodesIn(box.grown(8)).isEmpty();
                tries++) {
            box = box.moved(dx, dy);
        }
        return box;
    }

    /** Pans just as far as is needed to see a node. */
    void reveal(NodeId id) {
        editor.diagram().node(id).map(NodeView::box).ifPresent(reveal::show);
    }

    /** Goes to a node, and near enough to read it. */
    void read(NodeId id) {
        editor.diagram().node(id).map(NodeView::box).ifPresent(reveal::read);
    }

    /** Pans just as far as is needed to see the middle of a wire. */
    void reveal(Wire wire) {
        editor.diagram()
                .wire(wire)
                .map(view -> view.path().at(0.5))
                .ifPresent(middle -> reveal.show(new Box(middle.x(), middle.y(), 0, 0)));
    }

    void fitAll() {
        Optional<Box> all = editor.diagram().bounds();
        all.ifPresentOrElse(this::fit, () -> zoomTo(Measure.text(1)));
        whole = all.filter(box -> editor.width() > 0).map(box -> editor.view());
    }

    /** The window has another size: who saw everything goes on seeing it, who looked closer stays where they are. */
    void resize(double width, double height) {
        boolean sawAll = whole.filter(editor.view()::equals).isPresent();
        editor.resize(width, height);
        if (sawAll) {
            fitAll();
        }
    }

    void fitSelection() {
        editor.diagram().bounds(editor.selection()).ifPresentOrElse(this::fit, this::fitAll);
    }

    /** Shows the whole of a box, at the size of text at most. */
    void fit(Box box) {
        if (editor.width() > 0) {
            editor.show(Viewport.fitting(box, editor.width(), editor.height(), FIT, FIT_ABOVE, Measure.text(1)));
        }
    }

    /** Another scale; the middle of the view stays. */
    void zoomTo(double scale) {
        editor.show(editor.view().zoomed(scale, editor.width() / 2, editor.height() / 2));
    }
}
