package io.layerloom.canvas;

import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the selected nodes: along the lines of their neighbours, with Shift on a grid of ten. A single node without wires that is let go on a wire goes between its ends; nodes that are let go where they hide another one
 * come to lie beside it.
 */
final class MoveGesture implements Gesture {

    private static final double GRID = 10;
    private static final double ALIGN = 6;
    private static final double ON_WIRE = 14;

    private final Editor editor;
    private final Point start;
    private final NodeId held;
    private final Map<NodeId, Point> origins = new LinkedHashMap<>();
    private final boolean loose;
    private Map<NodeId, Point> places = Map.of();
    private Optional<Wire> onto = Optional.empty();

    MoveGesture(Editor editor, NodeId held, Pointer start) {
        this.editor = editor;
        this.start = start.world();
        this.held = held;
        editor.selection()
                .forEach(id -> origins.put(id, editor.document().layout().of(id)));
        this.loose = origins.size() == 1
                && editor.document().graph().wires().stream()
                        .noneMatch(wire -> wire.from().equals(held) || wire.to().equals(held));
    }

    @Override
    public void drag(Pointer at) {
        double dx = at.world().x() - start.x();
        double dy = at.world().y() - start.y();
        Point origin = origins.getOrDefault(held, start);
        List<Marks.Guide> guides = new ArrayList<>();
        if (at.shift()) {
            Point by = ontoGrid(origin, dx, dy);
            dx = by.x();
            dy = by.y();
        } else {
            Point aligned = aligned(origin.plus(dx, dy), guides);
            dx = aligned.x() - origin.x();
            dy = aligned.y() - origin.y();
        }
        Map<NodeId, Point> moved = new LinkedHashMap<>();
        for (Map.Entry<NodeId, Point> entry : origins.entrySet()) {
            moved.put(entry.getKey(), entry.getValue().plus(dx, dy));
        }
        places = moved;
        editor.shift(new Shift(origins.keySet(), dx, dy));
        onto = loose ? wireUnder(at) : Optional.empty();
        editor.mark(Marks.moving(guides, onto));
    }

    /** How far something goes that shall go about so far, but onto the grid. */
    static Point ontoGrid(Point origin, double dx, double dy) {
        return new Point(
                Math.rint((origin.x() + dx) / GRID) * GRID - origin.x(),
                Math.rint((origin.y() + dy) / GRID) * GRID - origin.y());
    }

    /** The place, drawn onto the middle line or left edge of a neighbour if that is near. */
    private Point aligned(Point place, List<Marks.Guide> guides) {
        double reach = ALIGN / editor.view().scale();
        double height =
                editor.diagram().node(held).map(node -> node.box().height()).orElse(76.0);
        Box box = new Box(place.x(), place.y(), NodeFace.WIDTH, height);
        NodeView row = null;
        NodeView column = null;
        double dy = reach;
        double dx = reach;
        for (NodeView node : editor.diagram().nodesIn(editor.view().visible(editor.width(), editor.height()))) {
            if (origins.containsKey(node.id())) {
                continue;
            }
            if (Math.abs(node.box().centreY() - box.centreY()) < Math.abs(dy)) {
                dy = node.box().centreY() - box.centreY();
                row = node;
            }
            if (Math.abs(node.box().x() - box.x()) < Math.abs(dx)) {
                dx = node.box().x() - box.x();
                column = node;
            }
        }
        Box snapped = box.moved(column == null ? 0 : dx, row == null ? 0 : dy);
        if (row != null) {
            Box both = snapped.union(row.box());
            guides.add(new Marks.Guide(
                    new Point(both.x(), snapped.centreY()), new Point(both.right(), snapped.centreY())));
        }
        if (column != null) {
            Box both = snapped.union(column.box());
            guides.add(new Marks.Guide(new Point(snapped.x(), both.y()), new Point(snapped.x(), both.bottom())));
        }
        return new Point(snapped.x(), snapped.y());
    }

    private Optional<Wire> wireUnder(Pointer at) {
        Optional<NodeView> node = editor.diagram().node(held);
        if (node.isEmpty() || node.get().type().isEmpty()) {
            return Optional.empty();
        }
        return editor.diagram()
                .wireAt(at.world(), ON_WIRE / editor.view().scale())
                .map(WireView::wire)
                .filter(wire -> editor.wiring().canSplit(node.get().type().get(), wire));
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        Map<NodeId, Point> to = places;
        Optional<WireView> wire = onto.flatMap(editor.diagram()::wire);
        end();
        if (to.equals(origins)) {
            return;
        }
        if (wire.isPresent()) {
            insert(wire.get(), to.getOrDefault(held, start));
        } else {
            put(to);
        }
    }

    private void put(Map<NodeId, Point> to) {
        List<Box> boxes = new ArrayList<>();
        to.forEach((id, at) -> editor.diagram().node(id).map(NodeView::box).ifPresent(box -> boxes.add(box.at(at))));
        Point by = Clearing.ofPut(editor.diagram(), boxes, to.keySet());
        Map<NodeId, Point> places = new LinkedHashMap<>();
        to.forEach((id, at) -> places.put(id, at.plus(by.x(), by.y())));
        editor.send(Edits.move(places));
        if (!places.equals(to)) {
            boxes.stream()
                    .reduce(Box::union)
                    .map(all -> all.moved(by.x(), by.y()))
                    .ifPresent(new Reveal(editor)::show);
        }
    }

    private void insert(WireView wire, Point at) {
        editor.diagram().node(held).ifPresent(node -> {
            Box wished = new Box(at.x(), at.y(), NodeFace.WIDTH, node.box().height());
            Room room = Room.on(editor.diagram(), wire, wished, Set.of(held));
            Edit insert = CanvasEdits.insertExisting(node.face().title(), held, room.at(), wire.wire());
            editor.send(CanvasEdits.withRoom(insert, room.aside()), Set.of(held));
        });
    }

    @Override
    public void cancel() {
        end();
    }

    private void end() {
        editor.mark(Marks.NONE);
        editor.shift(Shift.NONE);
    }
}
