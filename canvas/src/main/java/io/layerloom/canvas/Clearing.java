package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Room for some boxes among nodes that stay where they are: they go aside all together, no further than they must. What is new never comes to lie on a layer; what a hand moves may, unless one of the two would
 * hardly be seen any more.
 */
final class Clearing {

    /** What stays free around each. */
    private static final double FREE = 24;

    /** After so many steps to one side the others are given up; there is always room on another one. */
    private static final int STEPS = 10_000;

    /** So many are moved as the one box around them: to look what lies on each would take seconds. */
    private static final int MANY = 100;

    /** So much of the smaller of two layers is covered where one of them is as good as gone. */
    private static final double HIDDEN = 0.6;

    /** Of more than so many that a hand puts somewhere, the hand knows best. */
    private static final int FEW = 8;

    /** What a hand puts somewhere goes no further aside than that. */
    private static final double NEAR = 2 * NodeFace.WIDTH;

    private static final Point HERE = new Point(0, 0);

    private static final Point NOWHERE = new Point(Double.MAX_VALUE, 0);

    /** The nearest one is taken, of equally near ones the first. */
    private static final List<Point> DIRECTIONS =
            List.of(new Point(0, 1), new Point(1, 0), new Point(0, -1), new Point(-1, 0));

    private final List<Box> wished;
    private final Function<Box, List<Box>> inTheWay;

    private Clearing(List<Box> wished, Function<Box, List<Box>> inTheWay) {
        this.wished = wished;
        this.inTheWay = inTheWay;
    }

    /** How far new boxes go from where they are wanted: nowhere if they lie on no node there. */
    static Point ofNew(Diagram diagram, List<Box> wished) {
        return wished.stream().allMatch(box -> diagram.nodesIn(box).isEmpty()) ? HERE : by(diagram, wished, Set.of());
    }

    /**
     * How far a few boxes go from where a hand put them: nowhere unless one of them hides a node, or is hidden by one, and there is room near by.
     *
     * @param except nodes that are not in the way
     */
    static Point ofPut(Diagram diagram, List<Box> put, Set<NodeId> except) {
        boolean hidden = put.size() <= FEW
                && put.stream()
                        .anyMatch(box -> diagram.nodesIn(box).stream()
                                .filter(node -> !except.contains(node.id()))
                                .anyMatch(node -> isHidden(box, node.box())));
        Point aside = hidden ? by(diagram, put, except) : HERE;
        return length(aside) <= NEAR ? aside : HERE;
    }

    private static boolean isHidden(Box one, Box other) {
        double smaller = Math.min(one.width() * one.height(), other.width() * other.height());
        return one.shared(other) >= HIDDEN * smaller;
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
        Clearing clearing = new Clearing(wished.size() > MANY ? List.of(union(wished)) : wished, inTheWay);
        Point best = NOWHERE;
        for (Point direction : DIRECTIONS) {
            Point shift = clearing.free(direction, length(best));
            best = length(shift) < length(best) ? shift : best;
        }
        return best;
    }

    private static Box union(List<Box> boxes) {
        return boxes.stream().reduce(Box::union).orElseThrow();
    }

    private static double length(Point shift) {
        return Math.hypot(shift.x(), shift.y());
    }

    /** How far all have to go in one direction, a step for each that is in the way; nowhere if that is as far as another way. */
    private Point free(Point direction, double most) {
        Point by = new Point(0, 0);
        for (int step = 0; step < STEPS && length(by) < most; step++) {
            double further = further(by, direction);
            if (further <= 0) {
                return by;
            }
            by = by.plus(direction.x() * further, direction.y() * further);
        }
        return NOWHERE;
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
