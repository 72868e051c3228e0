package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Room for some nodes among others that stay where they are: they go aside all together, no further than they must. */
final class Clearing {

    /** What stays free around each. */
    private static final double FREE = 24;

    /** After so many steps to one side the others are given up; there is always room on another one. */
    private static final int STEPS = 10_000;

    private final Diagram diagram;
    private final Map<NodeId, Point> wished;

    private Clearing(Diagram diagram, Map<NodeId, Point> wished) {
        this.diagram = diagram;
        this.wished = wished;
    }

    /**
     * Places of the same nodes, on none of the others.
     *
     * @param wished where they would go if they were alone
     */
    static Map<NodeId, Point> of(Diagram diagram, Map<NodeId, Point> wished) {
        Clearing clearing = new Clearing(diagram, wished);
        Point by = Stream.of(new Point(0, 1), new Point(1, 0), new Point(0, -1), new Point(-1, 0))
                .map(clearing::free)
                .min(Comparator.comparingDouble(shift -> Math.hypot(shift.x(), shift.y())))
                .orElseThrow();
        Map<NodeId, Point> places = new HashMap<>();
        wished.forEach((id, at) -> places.put(id, at.plus(by.x(), by.y())));
        return places;
    }

    /** How far all have to go in one direction, a step for each that is in the way. */
    private Point free(Point direction) {
        Point by = new Point(0, 0);
        for (int step = 0; step < STEPS; step++) {
            double further = further(by, direction);
            if (further <= 0) {
                return by;
            }
            by = by.plus(direction.x() * further, direction.y() * further);
        }
        return new Point(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private double further(Point by, Point direction) {
        return wished.entrySet().stream()
                .flatMap(entry -> diagram.node(entry.getKey()).stream()
                        .map(node -> new Box(
                                entry.getValue().x() + by.x(),
                                entry.getValue().y() + by.y(),
                                node.box().width(),
                                node.box().height())))
                .flatMap(box -> inTheWay(box.grown(FREE)).stream()
                        .map(other -> distance(box.grown(FREE), other.box(), direction)))
                .reduce(0.0, Math::max);
    }

    private List<NodeView> inTheWay(Box box) {
        return diagram.nodesIn(box).stream()
                .filter(node -> !wished.containsKey(node.id()) && node.box().overlaps(box))
                .toList();
    }

    private static double distance(Box box, Box other, Point direction) {
        double across = direction.x() > 0 ? other.right() - box.x() : box.right() - other.x();
        double down = direction.y() > 0 ? other.bottom() - box.y() : box.bottom() - other.y();
        return Math.ceil(direction.x() != 0 ? across : down);
    }
}
