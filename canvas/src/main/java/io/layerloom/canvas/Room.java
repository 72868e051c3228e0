package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The place that a layer gets which comes between others, so that it overlaps none of them.
 *
 * @param at its upper left corner
 * @param aside where other layers go for it
 */
record Room(Point at, Map<NodeId, Point> aside) {

    /** Between neighbours in a row, so that a short wire and its label are seen. */
    private static final double GAP = 72;

    /** How far off the row of the first layer a hand may be that means this row. */
    private static final double LEVEL = 24;

    /** What has to be free before and behind it in its row. */
    private static final double FREE = 24;

    Room {
        aside = Map.copyOf(aside);
    }

    /**
     * Half way between two layers if a layer fits in there; else before the second one, which makes room.
     *
     * @param except nodes that are not in the way, as the one that is moved there
     */
    static Room between(Diagram diagram, NodeView from, NodeView to, double height, Set<NodeId> except) {
        double across = to.box().x() - from.box().right();
        double down = Math.abs(to.box().centreY() - from.box().centreY());
        Box middle = new Box(
                (from.box().right() + to.box().x() - NodeFace.WIDTH) / 2,
                (from.box().centreY() + to.box().centreY() - height) / 2,
                NodeFace.WIDTH,
                height);
        boolean row = across >= 0 && down < height / 2;
        boolean wide = across >= NodeFace.WIDTH + GAP
                && others(diagram, reach(middle), except).isEmpty();
        Box before = new Box(to.box().x(), to.box().centreY() - height / 2, NodeFace.WIDTH, height);
        return near(diagram, row || wide ? middle : before, except);
    }

    /**
     * Where a person wants a layer on the wire between two others, or near by. A wire that leads back to another row has no room on it but what is free: there the layer goes before the second one.
     *
     * @param except nodes that are not in the way
     */
    static Room on(Diagram diagram, NodeView from, NodeView to, Box wished, Set<NodeId> except) {
        boolean back = to.box().x() < from.box().right();
        double off = from.box().centreY() - wished.centreY();
        Box level = wished.moved(0, Math.abs(off) < LEVEL ? off : 0);
        return back && !others(diagram, level, except).isEmpty()
                ? between(diagram, from, to, level.height(), except)
                : near(diagram, level, except);
    }

    /** As near to a wished place as can be: what lies before it stays, what follows in its row moves to the right. */
    private static Room near(Diagram diagram, Box wished, Set<NodeId> except) {
        List<NodeView> near = others(diagram, reach(wished), except);
        double left = near.stream()
                .filter(node -> isBefore(node, wished))
                .mapToDouble(node -> node.box().right() + GAP)
                .reduce(wished.x(), Math::max);
        Box box = wished.moved(left - wished.x(), 0);
        double push = others(diagram, reach(box).union(wished), except).stream()
                .filter(node -> !isBefore(node, wished))
                .mapToDouble(node -> box.right() + GAP - node.box().x())
                .reduce(0, Math::max);
        return new Room(new Point(box.x(), box.y()), push > 0 ? pushed(diagram, wished, push, except) : Map.of());
    }

    private static Box reach(Box box) {
        return new Box(box.x() - FREE, box.y(), box.width() + 2 * FREE, box.height());
    }

    private static boolean isBefore(NodeView node, Box wished) {
        return node.box().centreX() < wished.centreX();
    }

    private static List<NodeView> others(Diagram diagram, Box area, Set<NodeId> except) {
        return diagram.nodesIn(area).stream()
                .filter(node -> !except.contains(node.id()))
                .toList();
    }

    /** The rest of the row, and what that would come to lie on. */
    private static Map<NodeId, Point> pushed(Diagram diagram, Box wished, double push, Set<NodeId> except) {
        Set<NodeId> moved = new LinkedHashSet<>();
        ArrayDeque<NodeView> open = new ArrayDeque<>();
        for (NodeView node : diagram.nodes()) {
            boolean row = node.box().y() < wished.bottom() && node.box().bottom() > wished.y();
            if (row && !isBefore(node, wished) && !except.contains(node.id()) && moved.add(node.id())) {
                open.add(node);
            }
        }
        Map<NodeId, Point> aside = new HashMap<>();
        while (!open.isEmpty()) {
            NodeView node = open.remove();
            Box there = node.box().moved(push, 0);
            aside.put(node.id(), new Point(there.x(), there.y()));
            others(diagram, there, except).stream()
                    .filter(other -> !isBefore(other, wished) && moved.add(other.id()))
                    .forEach(open::add);
        }
        return aside;
    }
}
