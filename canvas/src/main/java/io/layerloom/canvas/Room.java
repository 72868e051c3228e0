package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
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
     * Where a person wants a layer on a wire, or near by, with its middle on the wire where that is level. A wire that leads back to another row has no room on it but what is free: there the layer goes before
     * the second one. Where a wire passes other layers, they stay and the new one goes beside them.
     *
     * @param except nodes that are not in the way
     */
    static Room on(Diagram diagram, WireView wire, Box wished, Set<NodeId> except) {
        double row = wire.from().box().centreY();
        OptionalDouble height = wire.path().level(wished.x(), wished.right(), LEVEL);
        boolean passes = height.isPresent() && Math.abs(height.getAsDouble() - row) >= LEVEL;
        double off = (passes ? height.getAsDouble() : row) - wished.centreY();
        Box level = wished.moved(0, height.isPresent() || Math.abs(off) < LEVEL ? off : 0);
        if (others(diagram, level, except).isEmpty()) {
            return near(diagram, level, except);
        }
        if (wire.to().box().x() < wire.from().box().right()) {
            return between(diagram, wire.from(), wire.to(), level.height(), except);
        }
        if (passes) {
            Point by = Clearing.by(diagram, List.of(level), except);
            return new Room(new Point(level.x() + by.x(), level.y() + by.y()), Map.of());
        }
        return near(diagram, level, except);
    }

    /** As near to a wished place as can be: what lies before it stays, what follows in its row moves to the right as far as it must. */
    private static Room near(Diagram diagram, Box wished, Set<NodeId> except) {
        double left = others(diagram, reach(wished), except).stream()
                .filter(node -> isBefore(node, wished))
                .mapToDouble(node -> node.box().right() + GAP)
                .reduce(wished.x(), Math::max);
        Box box = wished.moved(left - wished.x(), 0);
        Map<NodeView, Double> pushed = new HashMap<>();
        others(diagram, reach(box).union(wished), except).stream()
                .filter(node -> !isBefore(node, wished))
                .forEach(node -> pushed.put(node, box.right() + GAP - node.box().x()));
        return new Room(new Point(box.x(), box.y()), aside(diagram, pushed, except));
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

    /**
     * Where nodes go that are pushed to the right, and those that they push: each only so far that between them stays what lay there, or the gap of neighbours where more did.
     *
     * @param pushed how far the first ones must go
     */
    private static Map<NodeId, Point> aside(Diagram diagram, Map<NodeView, Double> pushed, Set<NodeId> except) {
        Map<NodeId, Point> aside = new HashMap<>();
        PriorityQueue<NodeView> open = new PriorityQueue<>(
                Comparator.comparingDouble(node -> node.box().centreX()));
        open.addAll(pushed.keySet());
        while (!open.isEmpty()) {
            NodeView node = open.remove();
            double push = pushed.getOrDefault(node, 0.0);
            Box there = node.box().moved(push, 0);
            if (push <= 0) {
                continue;
            }
            aside.put(node.id(), new Point(there.x(), there.y()));
            Box swept = node.box().union(new Box(there.x(), there.y(), there.width() + GAP, there.height()));
            for (NodeView other : others(diagram, swept, except)) {
                if (other.box().centreX() > node.box().centreX()) {
                    double between = Math.max(0, other.box().x() - node.box().right());
                    double further =
                            there.right() + Math.min(between, GAP) - other.box().x();
                    if (further > pushed.getOrDefault(other, 0.0)) {
                        open.remove(other);
                        pushed.put(other, further);
                        open.add(other);
                    }
                }
            }
        }
        return aside;
    }
}
