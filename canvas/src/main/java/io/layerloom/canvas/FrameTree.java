package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which layers lie in which frames, and which frames in which. */
final class FrameTree {

    private final Diagram diagram;
    private final List<Box> boxes;
    private final List<Set<NodeId>> members = new ArrayList<>();

    /**
     * What stays together.
     *
     * @param frames around it, by their numbers: none around the whole drawing; several where they share layers and none holds all of another's
     * @param members every layer in it
     * @param nodes the layers in it that lie in none of its groups
     */
    record Group(List<Integer> frames, Set<NodeId> members, List<NodeId> nodes, List<Group> groups) {

        private static Group empty(Set<Integer> frames, Set<NodeId> members) {
            return new Group(new ArrayList<>(frames), members, new ArrayList<>(), new ArrayList<>());
        }

        /** Whether its frames allow no other order of what lies in them. */
        boolean isFixed() {
            return frames.size() > 1;
        }
    }

    FrameTree(Diagram diagram) {
        this.diagram = diagram;
        this.boxes = diagram.document().layout().frames().stream()
                .map(FrameGesture::box)
                .toList();
        for (Frame frame : diagram.document().layout().frames()) {
            members.add(FrameGesture.inside(diagram, frame));
        }
    }

    /** The boxes of all frames. */
    List<Box> boxes() {
        return boxes;
    }

    /** The layers in a frame. */
    Set<NodeId> members(int frame) {
        return members.get(frame);
    }

    /** Whether a frame lies in another one. */
    boolean isWithin(int inner, int outer) {
        if (inner == outer) {
            return false;
        }
        Set<NodeId> in = members.get(inner);
        Set<NodeId> out = members.get(outer);
        if (in.isEmpty() || in.equals(out)) {
            return area(inner) < area(outer)
                    && boxes.get(outer)
                            .contains(
                                    boxes.get(inner).centreX(), boxes.get(inner).centreY());
        }
        return out.containsAll(in);
    }

    /** The smallest of the frames of which only a part is chosen that hold all of some layers. */
    Optional<Integer> open(Set<NodeId> held, Set<NodeId> chosen) {
        return IntStream.range(0, boxes.size())
                .boxed()
                .filter(frame -> !chosen.containsAll(members.get(frame))
                        && members.get(frame).containsAll(held))
                .min(Comparator.<Integer>comparingInt(
                                frame -> members.get(frame).size())
                        .thenComparingDouble(this::area));
    }

    /** Some layers as a tree of the frames that hold none but them. Frames without layers go with those that they lie in, or with the whole drawing. */
    Group of(Set<NodeId> chosen) {
        Group root = Group.empty(Set.of(), chosen);
        List<Group> made = new ArrayList<>();
        for (Group group : clusters(chosen)) {
            Optional<Group> parent = made.stream()
                    .filter(other -> holds(other, group))
                    .min(Comparator.<Group>comparingInt(other -> other.members.size())
                            .thenComparingDouble(other -> area(other.frames.get(0))));
            if (parent.filter(Group::isFixed).isPresent()) {
                parent.get().frames.addAll(group.frames);
            } else {
                parent.orElse(root).groups.add(group);
                made.add(group);
            }
        }
        settle(root, chosen, made);
        if (chosen.size() < diagram.nodes().size()) {
            root.groups.removeIf(group -> group.members.isEmpty());
        }
        return root;
    }

    private static void settle(Group root, Set<NodeId> chosen, List<Group> made) {
        Map<NodeId, Group> home = new HashMap<>();
        made.forEach(group -> group.members.forEach(id -> home.put(id, group))); // the innermost comes last
        chosen.forEach(id -> home.getOrDefault(id, root).nodes.add(id));
    }

    /** Frames that share layers of which each has others too, together; each group after those that may hold it. */
    private List<Group> clusters(Set<NodeId> chosen) {
        List<Set<Integer>> clusters = new ArrayList<>();
        for (int frame = 0; frame < boxes.size(); frame++) {
            if (!chosen.containsAll(members.get(frame))) {
                continue;
            }
            int added = frame;
            Set<Integer> cluster = new TreeSet<>(Set.of(frame));
            clusters.removeIf(other -> {
                boolean crosses = other.stream().anyMatch(one -> crosses(one, added));
                if (crosses) {
                    cluster.addAll(other);
                }
                return crosses;
            });
            clusters.add(cluster);
        }
        return clusters.stream()
                .map(cluster -> Group.empty(
                        cluster,
                        cluster.stream()
                                .flatMap(frame -> members.get(frame).stream())
                                .collect(Collectors.toSet())))
                .sorted(Comparator.<Group>comparingInt(group -> -group.members.size())
                        .thenComparingDouble(group -> -area(group.frames.get(0))))
                .toList();
    }

    private boolean crosses(int one, int other) {
        Set<NodeId> shared = new HashSet<>(members.get(one));
        shared.retainAll(members.get(other));
        int size = shared.size();
        return size > 0
                && size < members.get(one).size()
                && size < members.get(other).size();
    }

    private boolean holds(Group outer, Group inner) {
        return inner.members.isEmpty()
                ? outer.frames.stream().anyMatch(frame -> isWithin(inner.frames.get(0), frame))
                : outer.members.containsAll(inner.members);
    }

    private double area(int frame) {
        return boxes.get(frame).width() * boxes.get(frame).height();
    }
}
