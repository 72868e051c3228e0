package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where layers and frames go when some layers are tidied: near where they lay, on none of the others, and in no frame but those that they were in. A frame around chosen layers alone goes with them; one around others too stays, is made
 * larger where it must be, and goes aside with all that is in it where it would come to hold a stranger then. Pure.
 */
final class TidyPlan {

    private final FrameTree tree;
    private final TidyLayout layout;
    private final Set<NodeId> chosen;
    private final Map<NodeId, Box> nodes = new HashMap<>();
    private final List<Box> frames;

    private TidyPlan(Diagram diagram, Set<NodeId> chosen, TidyLayout layout) {
        this.tree = new FrameTree(diagram);
        this.layout = layout;
        this.chosen = chosen;
        this.frames = new ArrayList<>(tree.boxes());
        diagram.nodes().forEach(node -> nodes.put(node.id(), node.box()));
    }

    /** All nodes and frames of a diagram in their places after some of the nodes were laid out. */
    static Arrangement of(Diagram diagram, Set<NodeId> chosen, TidyLayout layout) {
        return new TidyPlan(diagram, chosen, layout).places();
    }

    /** What is laid out together: all that lies in the same frame of which only a part was chosen, or in none. */
    private record Part(Optional<Integer> frame, FrameTree.Group group) {}

    private Arrangement places() {
        for (Part part : parts()) {
            Arrangement placed = cleared(part, inPlace(layout.of(part.group())));
            placed.nodes().forEach((id, at) -> nodes.computeIfPresent(id, (same, box) -> box.at(at)));
            placed.frames().forEach(frames::set);
            part.frame().ifPresent(frame -> include(frame, bounds(placed)));
        }
        Map<NodeId, Point> at = new HashMap<>();
        Map<Integer, Box> around = new HashMap<>();
        nodes.forEach((id, box) -> at.put(id, new Point(box.x(), box.y())));
        IntStream.range(0, frames.size()).forEach(frame -> around.put(frame, frames.get(frame)));
        return new Arrangement(at, around);
    }

    /** The innermost first. */
    private List<Part> parts() {
        Map<Optional<Integer>, FrameTree.Group> parts = new HashMap<>();
        FrameTree.Group root = tree.of(chosen);
        root.nodes().forEach(id -> part(parts, Set.of(id)).nodes().add(id));
        root.groups().forEach(group -> part(parts, group.members()).groups().add(group));
        return parts.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(part ->
                        part.frame().map(frame -> tree.members(frame).size()).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private FrameTree.Group part(Map<Optional<Integer>, FrameTree.Group> parts, Set<NodeId> members) {
        FrameTree.Group part = parts.computeIfAbsent(
                tree.open(members, chosen),
                frame -> new FrameTree.Group(List.of(), new HashSet<>(), new ArrayList<>(), new ArrayList<>()));
        part.members().addAll(members);
        return part;
    }

    /** The same drawing, its upper left corner where the former one had it. */
    private Arrangement inPlace(Arrangement laid) {
        Map<NodeId, Point> before = new HashMap<>();
        laid.nodes().keySet().forEach(id -> before.put(id, corner(id)));
        Point then = new Arrangement(before, Map.of()).corner();
        Point now = laid.corner();
        return laid.moved(then.x() - now.x(), then.y() - now.y());
    }

    private Point corner(NodeId id) {
        Box box = box(id);
        return new Point(box.x(), box.y());
    }

    private Box box(NodeId id) {
        return nodes.getOrDefault(id, new Box(0, 0, 0, 0));
    }

    private Arrangement cleared(Part part, Arrangement wished) {
        Point by = Clearing.by(
                boxes(wished), others(wished.nodes().keySet(), wished.frames().keySet(), part.frame()));
        return wished.moved(by.x(), by.y());
    }

    private List<Box> boxes(Arrangement part) {
        List<Box> boxes = new ArrayList<>(part.frames().values());
        part.nodes().forEach((id, at) -> boxes.add(box(id).at(at)));
        return boxes;
    }

    private Box bounds(Arrangement part) {
        return boxes(part).stream().reduce(Box::union).orElseThrow();
    }

    /** What is in the way of some layers and frames within a frame: all but those, the frame itself and those that it lies in. */
    private List<Box> others(Set<NodeId> layers, Set<Integer> framed, Optional<Integer> within) {
        List<Box> others = new ArrayList<>();
        nodes.forEach((id, box) -> {
            if (!layers.contains(id)) {
                others.add(box);
            }
        });
        for (int frame = 0; frame < frames.size(); frame++) {
            int other = frame;
            boolean around = within.filter(inner -> inner == other || tree.isWithin(inner, other))
                    .isPresent();
            if (!around && !framed.contains(frame)) {
                others.add(frames.get(frame));
            }
        }
        return others;
    }

    /** Makes a frame, and then those around it, as large as something in it asks. */
    private void include(int frame, Box inside) {
        Box before = frames.get(frame);
        Box within = new Box(
                before.x(),
                before.y() + FrameGesture.TITLE,
                before.width(),
                Math.max(0, before.height() - FrameGesture.TITLE));
        if (within.union(inside).equals(within)) {
            return;
        }
        Set<Integer> held = new HashSet<>();
        for (int other = 0; other < frames.size(); other++) {
            if (tree.isWithin(other, frame)) {
                held.add(other);
            }
        }
        held.add(frame);
        Box larger = before.union(Arranging.framed(inside));
        Point by = Clearing.by(List.of(larger), others(tree.members(frame), held, Optional.of(frame)));
        held.forEach(other -> frames.set(other, frames.get(other).moved(by.x(), by.y())));
        tree.members(frame).forEach(id -> nodes.put(id, box(id).moved(by.x(), by.y())));
        Box now = larger.moved(by.x(), by.y());
        frames.set(frame, now);
        IntStream.range(0, frames.size())
                .boxed()
                .filter(outer -> tree.isWithin(frame, outer))
                .min(Comparator.comparingInt(outer -> tree.members(outer).size()))
                .ifPresent(outer -> include(outer, now));
    }
}
