package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves a frame by its title, with all that lies in it, or makes it larger by its lower right corner. */
final class FrameGesture implements Gesture {

    /** Height of the strip with the title. */
    static final double TITLE = 28;

    private static final double CORNER = 16;
    private static final double LEAST = 60;

    private final Editor editor;
    private final Frame frame;
    private final boolean resizes;
    private final Point start;
    private final Set<NodeId> inside;
    private double dx;
    private double dy;

    /** The part of a frame that can be taken hold of. */
    record Grip(Frame frame, boolean corner) {}

    FrameGesture(Editor editor, Grip grip, Pointer start) {
        this.editor = editor;
        this.frame = grip.frame();
        this.resizes = grip.corner();
        this.start = start.world();
        this.inside = inside(editor.diagram(), frame);
    }

    /** The layers whose middle lies in a frame. */
    static Set<NodeId> inside(Diagram diagram, Frame frame) {
        return diagram.nodesIn(box(frame)).stream()
                .filter(node -> frame.contains(
                        new Point(node.box().centreX(), node.box().centreY())))
                .map(NodeView::id)
                .collect(Collectors.toSet());
    }

    /** The frames that hold some of these layers, and no others. */
    static List<Frame> around(Diagram diagram, Collection<NodeId> layers) {
        return diagram.document().layout().frames().stream()
                .filter(frame -> {
                    Set<NodeId> inside = inside(diagram, frame);
                    return !inside.isEmpty() && layers.containsAll(inside);
                })
                .toList();
    }

    static Box box(Frame frame) {
        return new Box(frame.x(), frame.y(), frame.width(), frame.height());
    }

    /** The frame whose title or corner lies under a point, the uppermost first. */
    static Optional<Grip> at(Editor editor, Point at) {
        List<Frame> frames = new ArrayList<>(editor.document().layout().frames());
        Collections.reverse(frames);
        for (Frame frame : frames) {
            boolean corner =
                    at.x() > frame.x() + frame.width() - CORNER && at.y() > frame.y() + frame.height() - CORNER;
            boolean title = FrameSign.strip(frame, editor.view().scale()).contains(at.x(), at.y());
            if (title || (corner && frame.contains(at))) {
                return Optional.of(new Grip(frame, corner && frame.contains(at)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void drag(Pointer at) {
        dx = Math.rint(at.world().x() - start.x());
        dy = Math.rint(at.world().y() - start.y());
        if (!resizes) {
            editor.shift(new Shift(inside, dx, dy));
        }
        editor.mark(Marks.marquee(box(changed())));
    }

    private Frame changed() {
        return resizes
                ? frame.sized(Math.max(LEAST, frame.width() + dx), Math.max(LEAST, frame.height() + dy))
                : frame.moved(dx, dy);
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        Frame latter = changed();
        cancel();
        if (latter.equals(frame)) {
            return;
        }
        Map<NodeId, Point> to = new HashMap<>();
        inside.forEach(id -> to.put(id, editor.document().layout().of(id).plus(dx, dy)));
        Edit change = Edits.changeFrame(resizes ? tr("Resize frame") : tr("Move frame"), frame, latter);
        editor.send(
                resizes
                        ? change
                        : Edit.of(change.label(), before -> Edits.move(to).apply(change.apply(before))));
    }

    @Override
    public void cancel() {
        editor.mark(Marks.NONE);
        editor.shift(Shift.NONE);
    }
}
