package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings into sight what a step changed that was taken back or done again, if nothing of it is. The scale stays. */
final class Retrace {

    private final Editor editor;
    private final Reveal reveal;

    Retrace(Editor editor, Reveal reveal) {
        this.editor = editor;
        this.reveal = reveal;
    }

    /** What was drawn before the step; what came of it is drawn now. */
    void from(Document before) {
        List<Box> places = changed(before, editor.document());
        Box sight = editor.view().visible(editor.width(), editor.height());
        if (editor.width() <= 0 || places.isEmpty() || places.stream().anyMatch(sight::overlaps)) {
            return;
        }
        Box all = places.stream().reduce(Box::union).orElseThrow();
        if (all.width() <= sight.width() && all.height() <= sight.height()) {
            reveal.find(all);
        } else {
            places.stream()
                    .min(Comparator.comparingDouble(box -> Diagram.distance(box.centre(), sight.centre())))
                    .ifPresent(reveal::find);
        }
    }

    /** Where something is another than before; where nothing remains of it, where it was. */
    private List<Box> changed(Document before, Document after) {
        List<Box> places = new ArrayList<>();
        changedNodes(before, after)
                .forEach(id -> editor.diagram().node(id).map(NodeView::box).ifPresent(places::add));
        if (places.isEmpty()) {
            before.graph().nodes().keySet().stream()
                    .filter(id -> after.graph().find(id).isEmpty())
                    .map(before.layout()::of)
                    .map(at -> new Box(at.x(), at.y(), NodeFace.WIDTH, NodeFace.HEIGHT))
                    .forEach(places::add);
        }
        if (places.isEmpty()) {
            List<Frame> frames = new ArrayList<>(after.layout().frames());
            frames.removeAll(before.layout().frames());
            frames.stream().map(FrameGesture::box).forEach(places::add);
        }
        return places;
    }

    private static Set<NodeId> changedNodes(Document before, Document after) {
        Graph graph = after.graph();
        Layout former = before.layout();
        Layout latter = after.layout();
        Set<NodeId> changed = new HashSet<>();
        graph.nodes().forEach((id, node) -> {
            if (before.graph().find(id).filter(node::equals).isEmpty()
                    || !former.of(id).equals(latter.of(id))
                    || former.collapsed().contains(id) != latter.collapsed().contains(id)) {
                changed.add(id);
            }
        });
        Set<Wire> wires = new HashSet<>(graph.wires());
        wires.addAll(before.graph().wires());
        wires.removeIf(wire -> before.graph().wires().contains(wire)
                && graph.wires().contains(wire)
                && former.bendsOf(wire).equals(latter.bendsOf(wire)));
        wires.forEach(wire -> {
            changed.add(wire.from());
            changed.add(wire.to());
        });
        return changed;
    }
}
