package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Room for some boxes among nodes that stay where they are: they go aside all together, no further than they must. */
final class Clearing {

    /** What stays free around each. */
    private static final double FREE = 24;

    /** After so many steps to one side the others are given up; there is always room on another one. */
    private static final int STEPS = 10_000;

    private final List<Box> wished;
    private final Function<Box, List<Box>> inTheWay;

    private Clearing(List<Box> wished, Function<Box, List<Box>> inTheWay) {
        this.wished = wished;
        this.inTheWay = inTheWay;
    }

    /**
     * How far boxes go to the nearest side, so that they lie on no node and leave room around each.
     *
     * @param except nodes that are not in the way
     */
    static Point by(Diagram diagram, List<Box> wished, Set<NodeId> except) {
        return by(
                wished,
                box -> diagram.nodesIn(box).stream()
                        .filter(node -> !except.contains(node.id()))
                        .map(NodeView::box)
                        .toList());
    }

    /** How far boxes go to the nearest side, so that they lie on none of some others and leave room around each. */
    static Point by(List<Box> wished, List<Box> others) {
        BoxIndex<Box> index = new BoxIndex<>();
        others.forEach(box -> index.add(box, box));
        return by(wished, index::within);
    }

    private static Point by(List<Box> wished, Function<Box, List<Box>> inTheWay) {
        Clearing clearing = new Clearing(wished, inTheWay);
        return Stream.of(new Point(0, 1), new Point(1, 0), new Point(0, -1), new Point(-1, 0))
                .map(clearing::free)
                .min(Comparator.comparingDouble(shift -> Math.hypot(shift.x(), shift.y())))
                .orElseThrow();
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
        return wished.stream()
                .map(box -> box.moved(by.x(), by.y()).grown(FREE))
                .flatMap(box -> inTheWay.apply(box).stream()
                        .filter(box::overlaps)
                        .map(other -> distance(box, other, direction)))
                .reduce(0.0, Math::max);
    }

    private static double distance(Box box, Box other, Point direction) {
        double across = direction.x() > 0 ? other.right() - box.x() : box.right() - other.x();
        double down = direction.y() > 0 ? other.bottom() - box.y() : box.bottom() - other.y();
        return Math.ceil(direction.x() != 0 ? across : down);
    }
}
