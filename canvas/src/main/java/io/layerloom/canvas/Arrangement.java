package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.HashMap;
import java.util.Map;

/**
 * Where some layers and frames lie.
 *
 * @param nodes the upper left corners of layers
 * @param frames the frames, by their numbers in the layout
 */
record Arrangement(Map<NodeId, Point> nodes, Map<Integer, Box> frames) {

    Arrangement {
        nodes = Map.copyOf(nodes);
        frames = Map.copyOf(frames);
    }

    Arrangement moved(double dx, double dy) {
        Map<NodeId, Point> to = new HashMap<>();
        Map<Integer, Box> around = new HashMap<>();
        nodes.forEach((id, at) -> to.put(id, at.plus(dx, dy)));
        frames.forEach((number, box) -> around.put(number, box.moved(dx, dy)));
        return new Arrangement(to, around);
    }

    /** The corner of the smallest box around the corners of all layers. */
    Point corner() {
        return new Point(
                nodes.values().stream().mapToDouble(Point::x).min().orElse(0),
                nodes.values().stream().mapToDouble(Point::y).min().orElse(0));
    }
}
