package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies of layers, with the frames around nothing but them: to the clipboard, from it, and beside the originals. No copy comes to lie on another layer, unless a hand puts it there without hiding it. */
final class Copying {

    private final Editor editor;
    private final Reveal reveal;

    Copying(Editor editor, Reveal reveal) {
        this.editor = editor;
        this.reveal = reveal;
    }

    void copy() {
        if (!editor.selection().isEmpty()) {
            Clip.put(Clip.text(editor.document(), Set.copyOf(editor.selection()), framesAlong(), editor.origin()));
        }
    }

    void cut() {
        if (!editor.selection().isEmpty()) {
            copy();
            int count = editor.selection().size();
            List<Frame> gone = framesAlong();
            Edit delete = CanvasEdits.delete(
                    editor.document(), editor.catalog(), editor.inference(), Set.copyOf(editor.selection()));
            editor.send(Edit.of(plural(count, "Cut layer", "Cut %,d layers"), before -> {
                List<Frame> left = new ArrayList<>(before.layout().frames());
                gone.forEach(left::remove);
                Document after = delete.apply(before);
                return after.with(after.layout().framing(left));
            }));
        }
    }

    /** The frames around nothing but what is selected, which go with it. */
    private List<Frame> framesAlong() {
        return FrameGesture.around(editor.diagram(), editor.selection());
    }

    /** Puts what lies on the clipboard around a point, or beside what it was copied from if that lies there, or if it would be in sight and no point is given. */
    void paste(Optional<Point> around) {
        Clip.take().ifPresent(fragment -> paste(fragment, around, false));
    }

    /** As {@link #paste}, with the wires that led into the originals when they were copied, as far as they are from this document and their sources are still there. */
    void pasteWired(Optional<Point> around) {
        Clip.take().ifPresent(fragment -> paste(fragment, around, true));
    }

    private void paste(Document fragment, Optional<Point> around, boolean wired) {
        Map<NodeId, NodeId> ids = Edits.freshIds(editor.document().graph(), fragment);
        List<Box> boxes = boxes(fragment);
        List<Frame> frames = fragment.layout().frames();
        Box all = union(boxes, frames);
        Point by = placed(boxes, frames, wish(fragment, all, around));
        Edit paste = Edits.paste(fragment, ids, by.x(), by.y());
        List<Wire> incoming = wired
                ? CanvasEdits.incoming(editor.document(), Clip.incoming(fragment, editor.origin()), ids)
                : List.of();
        editor.send(incoming.isEmpty() ? paste : CanvasEdits.wired(paste, incoming), ids.values());
        reveal.find(all.moved(by.x(), by.y()));
    }

    /** How far from their former places copies would go if they were alone. */
    private Point wish(Document fragment, Box all, Optional<Point> around) {
        boolean onOriginal = around.flatMap(editor.diagram()::nodeAt)
                .filter(node -> isOriginal(fragment, node))
                .isPresent();
        boolean inSight = editor.view().visible(editor.width(), editor.height()).overlaps(all);
        if (onOriginal || (around.isEmpty() && inSight)) {
            return new Point(0, 0);
        }
        Point middle = around.orElse(editor.centre());
        return new Point(Math.rint(middle.x() - all.centreX()), Math.rint(middle.y() - all.centreY()));
    }

    /** Whether a node was copied, and lies where it lay then. */
    private static boolean isOriginal(Document fragment, NodeView node) {
        return fragment.graph().find(node.id()).isPresent()
                && fragment.layout()
                        .of(node.id())
                        .equals(new Point(node.box().x(), node.box().y()));
    }

    /** The wish itself if nothing lies there, else the nearest place beside; no frame lies over another one, unless that holds all of the copies. */
    private Point placed(List<Box> boxes, List<Frame> frames, Point wish) {
        List<Box> layers = moved(boxes, wish);
        if (frames.isEmpty()) {
            Point aside = Clearing.ofNew(editor.diagram(), layers);
            return wish.plus(aside.x(), aside.y());
        }
        Box all = union(boxes, frames).moved(wish.x(), wish.y());
        List<Box> others = new ArrayList<>();
        editor.diagram().nodes().forEach(node -> others.add(node.box()));
        editor.document().layout().frames().stream()
                .map(FrameGesture::box)
                .filter(box -> box.equals(all) || !box.holds(all))
                .forEach(others::add);
        Point aside = Clearing.by(List.of(all), others);
        return wish.plus(aside.x(), aside.y());
    }

    private static List<Box> moved(List<Box> boxes, Point by) {
        return boxes.stream().map(box -> box.moved(by.x(), by.y())).toList();
    }

    /** Where the layers of a document of their own lie, as large as they are drawn. */
    private List<Box> boxes(Document fragment) {
        return new DiagramBuilder(
                        editor.catalog(),
                        fragment,
                        Inference.EMPTY,
                        "",
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Diagram.EMPTY)
                .build().nodes().stream().map(NodeView::box).toList();
    }

    private static Box union(List<Box> boxes, List<Frame> frames) {
        return Stream.concat(boxes.stream(), frames.stream().map(FrameGesture::box))
                .reduce(Box::union)
                .orElse(new Box(0, 0, 0, 0));
    }

    /** Copies of what is selected, beside it. */
    void duplicate() {
        List<Box> boxes = selected();
        if (!boxes.isEmpty()) {
            List<Frame> frames = framesAlong();
            Point by = placed(boxes, frames, new Point(0, 0));
            duplicate(by);
            reveal.find(union(boxes, frames).moved(by.x(), by.y()));
        }
    }

    /** Copies of what is selected where a hand puts them, so far away from it; beside what they would hide there. */
    void put(Point by) {
        Point aside = Clearing.ofPut(editor.diagram(), moved(selected(), by), Set.of());
        duplicate(by.plus(aside.x(), aside.y()));
    }

    private List<Box> selected() {
        return editor.selection().stream()
                .flatMap(id -> editor.diagram().node(id).stream())
                .map(NodeView::box)
                .toList();
    }

    private void duplicate(Point by) {
        Document plain = Edits.fragment(editor.document(), editor.selection());
        Document fragment = plain.with(plain.layout().framing(framesAlong()));
        Map<NodeId, NodeId> ids = Edits.freshIds(editor.document().graph(), fragment);
        editor.send(CanvasEdits.duplicate(fragment, ids, by.x(), by.y()), ids.values());
    }
}
