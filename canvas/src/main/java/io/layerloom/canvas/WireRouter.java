package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the way of each wire: a plain curve where nothing is between, else a lane above, below or between the rows of nodes. Lanes that were given out are kept apart from
 * later ones.
 */
final class WireRouter {

    private static final double FORWARD = 16;
    private static final double CLEAR = 10;
    private static final double LANE_GAP = 14;
    private static final double REACH = 300;
    private static final double NEAR = 480;
    private static final double TALLEST = 2400;
    private static final int MOST_TRIES = 16;

    private final BoxIndex<NodeView> nodes;
    private final BoxIndex<Box> lanes;

    /** @param lanes those that earlier routes have; later ones are added */
    WireRouter(BoxIndex<NodeView> nodes, BoxIndex<Box> lanes) {
        this.nodes = nodes;
        this.lanes = lanes;
    }

    Route route(NodeView from, NodeView to, int port) {
        Point start = from.output();
        Point end = to.input(port);
        boolean forward = end.x() - start.x() >= FORWARD;
        if (forward) {
            WirePath direct = direct(start, end);
            if (free(direct, from, to)) {
                return new Route(direct, Optional.empty());
            }
        }
        double lane = lane(start, end, from, to, forward);
        Box strip = strip(start, end, lane);
        lanes.add(strip, strip);
        return new Route(forward ? over(start, end, lane) : around(start, end, lane), Optional.of(strip));
    }

    /** The way through points that a person set: smooth, level at both ends. */
    Route route(NodeView from, NodeView to, int port, List<Point> bends) {
        return bends.isEmpty()
                ? route(from, to, port)
                : new Route(through(from.output(), bends, to.input(port)), Optional.empty(), bends);
    }

    static WirePath through(Point start, List<Point> bends, Point end) {
        if (end.x() - start.x() < FORWARD) {
            return back(start, bends, end);
        }
        List<Point> all = new ArrayList<>(bends);
        all.add(0, start);
        all.add(end);
        WirePath.Chain chain = WirePath.from(start.x(), start.y());
        for (int i = 0; i + 1 < all.size(); i++) {
            Point a = all.get(i);
            Point b = all.get(i + 1);
            Point leaving = i == 0 ? level(a, b) : slope(all.get(i - 1), b, Diagram.distance(a, b));
            Point arriving = i + 2 == all.size() ? level(a, b) : slope(a, all.get(i + 2), Diagram.distance(a, b));
            chain = chain.curve(
                    a.x() + leaving.x(), a.y() + leaving.y(), b.x() - arriving.x(), b.y() - arriving.y(), b.x(), b.y());
        }
        return chain.end();
    }

    /** A wire that leads back turns round at both ends, as one without points does, and goes from point to point between. */
    private static WirePath back(Point start, List<Point> bends, Point end) {
        Point first = bends.get(0);
        Point last = bends.get(bends.size() - 1);
        List<Point> all = new ArrayList<>(bends);
        if (first.x() < start.x()) {
            all.add(0, new Point(start.x(), first.y()));
        }
        if (last.x() > end.x()) {
            all.add(new Point(end.x(), last.y()));
        }
        Point turned = all.get(0);
        Point turning = all.get(all.size() - 1);
        double out = turned.x() + loop(turned.y() - start.y());
        double in = turning.x() - loop(end.y() - turning.y());
        WirePath.Chain chain =
                WirePath.from(start.x(), start.y()).curve(out, start.y(), out, turned.y(), turned.x(), turned.y());
        for (int i = 0; i + 1 < all.size(); i++) {
            Point a = all.get(i);
            Point b = all.get(i + 1);
            double length = Diagram.distance(a, b);
            Point leaving = i == 0 ? new Point(-length / 3, 0) : slope(all.get(i - 1), b, length);
            Point arriving = i + 2 == all.size() ? new Point(-length / 3, 0) : slope(a, all.get(i + 2), length);
            chain = chain.curve(
                    a.x() + leaving.x(), a.y() + leaving.y(), b.x() - arriving.x(), b.y() - arriving.y(), b.x(), b.y());
        }
        return chain.curve(in, turning.y(), in, end.y(), end.x(), end.y()).end();
    }

    private static Point level(Point a, Point b) {
        return new Point(Math.max(24, Diagram.distance(a, b) / 3), 0);
    }

    /** A third of the way in the direction of the neighbours (Catmull and Rom, 1974). */
    private static Point slope(Point before, Point after, double length) {
        double distance = Math.max(1, Diagram.distance(before, after));
        return new Point(
                (after.x() - before.x()) / distance * length / 3, (after.y() - before.y()) / distance * length / 3);
    }

    /** The plain curve, also used while a wire is being drawn. */
    static WirePath direct(Point start, Point end) {
        double pull = Math.max(40, Math.abs(end.x() - start.x()) / 2);
        return WirePath.curve(
                start.x(), start.y(), start.x() + pull, start.y(), end.x() - pull, end.y(), end.x(), end.y());
    }

    private static WirePath over(Point start, Point end, double lane) {
        double room = Math.min(64, (end.x() - start.x()) / 2);
        return WirePath.from(start.x(), start.y())
                .curve(start.x() + room * 0.6, start.y(), start.x() + room * 0.4, lane, start.x() + room, lane)
                .line(end.x() - room, lane)
                .curve(end.x() - room * 0.4, lane, end.x() - room * 0.6, end.y(), end.x(), end.y())
                .end();
    }

    private static WirePath around(Point start, Point end, double lane) {
        double out = loop(lane - start.y());
        double in = loop(end.y() - lane);
        return WirePath.from(start.x(), start.y())
                .curve(start.x() + out, start.y(), start.x() + out, lane, start.x(), lane)
                .line(end.x(), lane)
                .curve(end.x() - in, lane, end.x() - in, end.y(), end.x(), end.y())
                .end();
    }

    /** A loop as wide as it is high looks round; wide ones would run into the neighbours. */
    private static double loop(double height) {
        return Math.max(28, Math.min(56, Math.abs(height) * 0.6));
    }

    private boolean free(WirePath path, NodeView from, NodeView to) {
        return nodes.within(path.bounds().grown(2)).stream()
                .filter(node -> !node.id().equals(from.id()) && !node.id().equals(to.id()))
                .noneMatch(node -> path.crosses(node.box().grown(2)));
    }

    private double lane(Point start, Point end, NodeView from, NodeView to, boolean forward) {
        double middle = forward ? (start.y() + end.y()) / 2 : between(from.box(), to.box());
        Set<Double> candidates = new LinkedHashSet<>();
        candidates.add(middle);
        double top = Math.min(start.y(), end.y()) - REACH;
        double height = Math.min(TALLEST, Math.abs(end.y() - start.y()) + 2 * REACH);
        double left = Math.min(start.x(), end.x());
        double width = Math.min(NEAR, Math.abs(end.x() - start.x()));
        propose(new Box(left, top, width, height), candidates);
        propose(new Box(Math.max(start.x(), end.x()) - width, top, width, height), candidates);
        return cheapest(start, end, middle, candidates);
    }

    /** The gaps above and below the nodes near one end: where rows are, lanes are between them. */
    private void propose(Box area, Set<Double> candidates) {
        nodes.each(area, node -> {
            for (int k = 0; k < 3; k++) {
                candidates.add(Math.rint(node.box().y() - 24 - k * LANE_GAP));
                candidates.add(Math.rint(node.box().bottom() + 24 + k * LANE_GAP));
            }
        });
    }

    /** Tries lanes in the order of their detour, so that the first free one ends the search. */
    private double cheapest(Point start, Point end, double middle, Set<Double> candidates) {
        List<Double> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparingDouble(y -> detour(start, end, y, middle)));
        double best = middle;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < Math.min(MOST_TRIES, ordered.size()); i++) {
            double y = ordered.get(i);
            double detour = detour(start, end, y, middle);
            if (detour >= least) {
                break;
            }
            double cost = detour + hindrance(strip(start, end, y));
            if (cost < least) {
                least = cost;
                best = y;
            }
        }
        return best;
    }

    private static double detour(Point start, Point end, double y, double middle) {
        return Math.abs(y - start.y()) + Math.abs(y - end.y()) + 0.1 * Math.abs(y - middle);
    }

    private double hindrance(Box strip) {
        double crowd = lanes.within(strip).isEmpty() ? 0 : 500;
        return nodes.within(strip).size() * 2000.0 + crowd;
    }

    private static Box strip(Point start, Point end, double y) {
        return new Box(Math.min(start.x(), end.x()), y - CLEAR / 2, Math.abs(end.x() - start.x()), CLEAR);
    }

    /** The middle between two rows; below both where they share a row. */
    private static double between(Box a, Box b) {
        if (b.y() > a.bottom()) {
            return (a.bottom() + b.y()) / 2;
        }
        return a.y() > b.bottom() ? (b.bottom() + a.y()) / 2 : Math.max(a.bottom(), b.bottom()) + 24;
    }
}
