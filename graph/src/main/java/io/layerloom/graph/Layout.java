package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the drawing looks, apart from what it means, so that moving a node infers nothing anew.
 *
 * @param positions the upper left corner of each node
 * @param collapsed nodes of which only the title is shown
 * @param bends points that a wire is led through, in its direction; wires without any find their own way
 * @param frames titled boxes behind the nodes, the lowest first
 */
public record Layout(
        Map<NodeId, Point> positions, Set<NodeId> collapsed, Map<Wire, List<Point>> bends, List<Frame> frames) {

    /** No node placed. */
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        collapsed = collapsed.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(collapsed));
        bends = bends.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(bends));
        frames = List.copyOf(frames);
    }

    /** Places and nothing else. */
    public Layout(Map<NodeId, Point> positions) {
        this(positions, Set.of(), Map.of(), List.of());
    }

    /** The place of a node; the origin for one that was never placed. */
    public Point of(NodeId node) {
        return positions.getOrDefault(node, new Point(0, 0));
    }

    /** The points that a wire is led through. */
    public List<Point> bendsOf(Wire wire) {
        return bends.getOrDefault(wire, List.of());
    }

    /** The same layout with some nodes moved or added. */
    public Layout with(Map<NodeId, Point> moved) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(positions);
        copy.putAll(moved);
        return new Layout(copy, collapsed, bends, frames);
    }

    /** The same layout with some nodes elsewhere; where both ends of a wire go the same way, the points that it is led through go along. */
    Layout moving(Map<NodeId, Point> moved) {
        Layout after = with(moved);
        for (Map.Entry<Wire, List<Point>> bend : bends.entrySet()) {
            Wire wire = bend.getKey();
            Point from = way(moved, wire.from());
            if (from.equals(way(moved, wire.to())) && moved.containsKey(wire.from())) {
                after = after.bending(
                        wire,
                        bend.getValue().stream()
                                .map(at -> at.plus(from.x(), from.y()))
                                .toList());
            }
        }
        return after;
    }

    private Point way(Map<NodeId, Point> moved, NodeId node) {
        Point before = of(node);
        Point after = moved.getOrDefault(node, before);
        return new Point(after.x() - before.x(), after.y() - before.y());
    }

    /** The same layout with some nodes elsewhere; points that a wire was led through mean nothing then, where one of its ends is among them. */
    Layout tidied(Map<NodeId, Point> moved) {
        Map<Wire, List<Point>> left = new LinkedHashMap<>(bends);
        left.keySet().removeIf(wire -> moved.containsKey(wire.from()) || moved.containsKey(wire.to()));
        return new Layout(with(moved).positions(), collapsed, left, frames);
    }

    /** The same layout with other nodes collapsed. */
    public Layout collapsing(Set<NodeId> others) {
        return new Layout(positions, others, bends, frames);
    }

    /** The same layout with a wire led through other points. */
    public Layout bending(Wire wire, List<Point> through) {
        Map<Wire, List<Point>> copy = new LinkedHashMap<>(bends);
        if (through.isEmpty()) {
            copy.remove(wire);
        } else {
            copy.put(wire, List.copyOf(through));
        }
        return new Layout(positions, collapsed, copy, frames);
    }

    /** The same layout with other frames. */
    public Layout framing(List<Frame> others) {
        return new Layout(positions, collapsed, bends, others);
    }

    /** The same layout with one frame in place of another. */
    public Layout framing(Frame former, Frame latter) {
        List<Frame> copy = new ArrayList<>(frames);
        copy.replaceAll(frame -> frame.equals(former) ? latter : frame);
        return framing(copy);
    }

    /** The same layout without some nodes. */
    public Layout without(Iterable<NodeId> gone) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(positions);
        Set<NodeId> left = new LinkedHashSet<>(collapsed);
        Map<Wire, List<Point>> led = new LinkedHashMap<>(bends);
        gone.forEach(id -> {
            copy.remove(id);
            left.remove(id);
            led.keySet().removeIf(wire -> wire.from().equals(id) || wire.to().equals(id));
        });
        return new Layout(copy, left, led, frames);
    }

    /** The same layout with nothing but some nodes and the wires among them; without frames. */
    Layout keeping(Set<NodeId> kept) {
        Map<NodeId, Point> places = new LinkedHashMap<>(positions);
        Set<NodeId> left = new LinkedHashSet<>(collapsed);
        Map<Wire, List<Point>> led = new LinkedHashMap<>(bends);
        places.keySet().retainAll(kept);
        left.retainAll(kept);
        led.keySet().removeIf(wire -> !kept.contains(wire.from()) || !kept.contains(wire.to()));
        return new Layout(places, left, led, List.of());
    }
}
