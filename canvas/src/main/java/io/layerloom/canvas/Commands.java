package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Bypass;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What menus and keys can ask of a canvas. */
final class Commands {

    private final Editor editor;
    private final Reveal reveal;
    private final Copying copying;
    private final Adding adding;
    private Optional<Viewport> whole = Optional.empty();

    Commands(Editor editor) {
        this.editor = editor;
        this.reveal = new Reveal(editor);
        this.copying = new Copying(editor, reveal);
        this.adding = new Adding(editor, this);
    }

    /** What makes copies of layers. */
    Copying copying() {
        return copying;
    }

    /** What adds new layers. */
    Adding adding() {
        return adding;
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

    Optional<NodeView> singleSelection() {
        return editor.selection().size() == 1
                ? editor.diagram().node(editor.selection().iterator().next())
                : Optional.empty();
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

    /** Brings into sight what differs from what was drawn before. */
    void retrace(Document before) {
        new Retrace(editor, reveal).from(before);
    }

    void fitAll() {
        Optional<Box> all = editor.diagram().bounds();
        all.ifPresentOrElse(this::fit, () -> zoomTo(Measure.text(1)));
        whole = all.filter(box -> editor.width() > 0).map(box -> editor.view());
    }

    /** Everything; of a network so large that no name could be read then, the layer with which it begins, with what follows. */
    void showOpened() {
        fitAll();
        if (editor.width() > 0 && editor.view().zoom() < Painter.FAR) {
            editor.diagram().bounds().ifPresent(all -> beginning().ifPresent(first -> reveal.begin(first, all)));
        }
    }

    /** The first of the layers that nothing leads to. */
    private Optional<Box> beginning() {
        return editor.diagram().nodes().stream()
                .filter(node -> node.facts().into().isEmpty())
                .map(NodeView::box)
                .min(Comparator.comparingDouble(box -> box.x() + box.y()));
    }

    /** The drawing grows by a factor, as text around it does; who saw everything goes on seeing it. */
    void grow(double factor) {
        if (whole.filter(editor.view()::equals).isPresent()) {
            fitAll();
        } else {
            zoomTo(editor.view().scale() * factor);
        }
    }

    /** The window has another size: who saw everything goes on seeing it, who looked closer stays where they are. */
    void resize(double width, double height) {
        editor.resize(width, height);
        fitAgain();
    }

    /** Shows everything as it fits now, if everything was shown and the view is still that one. */
    void fitAgain() {
        if (whole.filter(editor.view()::equals).isPresent()) {
            fitAll();
        }
    }

    void fitSelection() {
        editor.diagram().bounds(editor.selection()).ifPresentOrElse(this::fit, this::fitAll);
    }

    /** Shows the whole of a box, at the size of text at most. */
    void fit(Box box) {
        if (editor.width() > 0) {
            editor.show(Fit.of(editor, box));
        }
    }

    /** Another scale; the middle of the view stays. */
    void zoomTo(double scale) {
        editor.show(editor.view().zoomed(scale, editor.width() / 2, editor.height() / 2));
    }
}
