package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the way of each wire: a plain curve where nothing is between, else a lane above, below or between the rows of nodes. Lanes that were given out are kept apart from
 * later ones.
 */
final class WireRouter {

    private static final double FORWARD = 16;
    private static final double CLEAR = 10;
    private static final double LANE_GAP = 14;
    private static final double REACH = 400;

    private final BoxIndex<NodeView> nodes;
    private final List<Box> lanes = new ArrayList<>();

    WireRouter(BoxIndex<NodeView> nodes) {
        this.nodes = nodes;
    }

    /** Keeps a lane that an earlier route has. */
    void reserve(Route route) {
        route.lane().ifPresent(lanes::add);
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
        Route route = new Route(
                forward ? over(start, end, lane) : around(start, end, lane), Optional.of(strip(start, end, lane)));
        reserve(route);
        return route;
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
        List<NodeView> near = nodes.within(path.bounds().grown(2));
        double[] s = path.samples();
        for (NodeView node : near) {
            if (node.id().equals(from.id()) || node.id().equals(to.id())) {
                continue;
            }
            Box box = node.box().grown(2);
            for (int i = 2; i < s.length; i += 2) {
                if (Segments.crosses(s[i - 2], s[i - 1], s[i], s[i + 1], box)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double lane(Point start, Point end, NodeView from, NodeView to, boolean forward) {
        double middle = forward ? (start.y() + end.y()) / 2 : between(from.box(), to.box());
        List<Double> candidates = new ArrayList<>();
        candidates.add(middle);
        double left = Math.min(start.x(), end.x());
        double width = Math.abs(end.x() - start.x());
        double top = Math.min(start.y(), end.y()) - REACH;
        double height = Math.abs(end.y() - start.y()) + 2 * REACH;
        nodes.each(new Box(left, top, width, height), node -> {
            for (int k = 0; k < 4; k++) {
                candidates.add(node.box().y() - 24 - k * LANE_GAP);
                candidates.add(node.box().bottom() + 24 + k * LANE_GAP);
            }
        });
        return candidates.stream()
                .min(Comparator.comparingDouble(y -> cost(start, end, y, middle)))
                .orElse(middle);
    }

    private double cost(Point start, Point end, double y, double middle) {
        Box strip = strip(start, end, y);
        double hit = nodes.within(strip).size() * 2000.0;
        double crowd = lanes.stream().anyMatch(lane -> lane.overlaps(strip)) ? 500 : 0;
        return Math.abs(y - start.y()) + Math.abs(y - end.y()) + 0.1 * Math.abs(y - middle) + hit + crowd;
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
