package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the selected nodes in order: aligns, distributes, frames and collapses them. */
final class Arranging {

    private static final double PAD = 24;
    private static final double TITLE = 32;

    private final Editor editor;

    /** The edge along which nodes are aligned. */
    enum Edge {
        LEFT(-1, 0),
        RIGHT(1, 0),
        TOP(0, -1),
        BOTTOM(0, 1);

        private final int dx;
        private final int dy;

        Edge(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        int dx() {
            return dx;
        }

        int dy() {
            return dy;
        }
    }

    Arranging(Editor editor) {
        this.editor = editor;
    }

    private List<NodeView> selected() {
        return editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .toList();
    }

    void align(Edge edge) {
        List<NodeView> nodes = selected();
        Box all = nodes.stream().map(NodeView::box).reduce(Box::union).orElseThrow();
        Map<NodeId, Point> to = new HashMap<>();
        for (NodeView node : nodes) {
            Box box = node.box();
            to.put(
                    node.id(),
                    switch (edge) {
                        case LEFT -> new Point(all.x(), box.y());
                        case RIGHT -> new Point(all.right() - box.width(), box.y());
                        case TOP -> new Point(box.x(), all.y());
                        case BOTTOM -> new Point(box.x(), all.bottom() - box.height());
                    });
        }
        send(later("Align %,d layers"), to);
    }

    /** Equal gaps between neighbours; the outermost two stay. */
    void spread(boolean across) {
        List<NodeView> nodes = selected().stream()
                .sorted(Comparator.comparingDouble(
                        node -> across ? node.box().x() : node.box().y()))
                .toList();
        if (nodes.size() < 3) {
            return;
        }
        Box first = nodes.get(0).box();
        Box last = nodes.get(nodes.size() - 1).box();
        double taken = nodes.stream()
                .mapToDouble(node -> across ? node.box().width() : node.box().height())
                .sum();
        double room = across ? last.right() - first.x() : last.bottom() - first.y();
        double gap = (room - taken) / (nodes.size() - 1);
        Map<NodeId, Point> to = new HashMap<>();
        double at = across ? first.x() : first.y();
        for (NodeView node : nodes) {
            Box box = node.box();
            to.put(node.id(), across ? new Point(at, box.y()) : new Point(box.x(), at));
            at += (across ? box.width() : box.height()) + gap;
        }
        send(later("Distribute %,d layers"), to);
    }

    private void send(String what, Map<NodeId, Point> to) {
        Edit move = Edits.move(to);
        editor.send(Edit.of(tr(what, to.size()), move::apply));
    }

    /** Collapses what is selected, or expands it if all of it is collapsed. */
    void collapse() {
        Set<NodeId> nodes = Set.copyOf(editor.selection());
        if (!nodes.isEmpty()) {
            boolean all = editor.document().layout().collapsed().containsAll(nodes);
            editor.send(Edits.collapse(nodes, !all));
        }
    }

    /** Puts a frame around the selected nodes; empty if none are. */
    Optional<Frame> frame() {
        return editor.diagram().bounds(editor.selection()).map(box -> {
            Box around = framed(framesWithin().reduce(box, Box::union));
            Frame frame = new Frame(title(), around.x(), around.y(), around.width(), around.height());
            editor.send(Edits.addFrame(frame));
            return frame;
        });
    }

    /** Those around nothing but what is selected, which stay to be seen and taken within another one. */
    private Stream<Box> framesWithin() {
        return FrameGesture.around(editor.diagram(), editor.selection()).stream()
                .map(FrameGesture::box);
    }

    /** The box of a frame that has its title above a box, and some room on all sides. */
    static Box framed(Box inside) {
        return new Box(
                inside.x() - PAD,
                inside.y() - PAD - TITLE,
                inside.width() + 2 * PAD,
                inside.height() + 2 * PAD + TITLE);
    }

    private String title() {
        return tr("Frame %d", editor.document().layout().frames().size() + 1);
    }
}
