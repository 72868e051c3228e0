package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where two frames of the same scale differ, as boxes in world units. */
final class Dirt {

    /** What a node draws beyond its box: shadow, ports, outline. */
    private static final double NODE = 14;

    private static final double WIRE = 6;

    private final Painter.Frame before;
    private final Painter.Frame now;
    private final Consumer<Box> dirty;

    private Dirt(Painter.Frame before, Painter.Frame now, Consumer<Box> dirty) {
        this.before = before;
        this.now = now;
        this.dirty = dirty;
    }

    static void between(Painter.Frame before, Painter.Frame now, Consumer<Box> dirty) {
        Dirt dirt = new Dirt(before, now, dirty);
        dirt.nodes();
        dirt.wires();
        dirt.states(before.selection(), now.selection());
        dirt.states(before.marks().dimmed(), now.marks().dimmed());
        dirt.states(asSet(before.hovered()), asSet(now.hovered()));
        dirt.state(before.lit(), now.lit());
        dirt.state(before.marks().wire(), now.marks().wire());
        dirt.state(before.marks().hidden(), now.marks().hidden());
        dirt.shifts();
        dirt.frames();
    }

    private static Set<NodeId> asSet(Optional<NodeId> node) {
        return node.map(Set::of).orElse(Set.of());
    }

    /** Views that did not change are the same objects in both diagrams. */
    @SuppressWarnings("ReferenceEquality")
    private void nodes() {
        if (before.diagram().nodes() == now.diagram().nodes()) {
            return;
        }
        for (NodeView node : now.diagram().nodes()) {
            NodeView old = before.diagram().node(node.id()).orElse(null);
            if (old != node) {
                dirty(node);
                if (old != null) {
                    dirty(old);
                }
            }
        }
        for (NodeView old : before.diagram().nodes()) {
            if (now.diagram().node(old.id()).isEmpty()) {
                dirty(old);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void wires() {
        if (before.diagram().wires() == now.diagram().wires()) {
            return;
        }
        Map<Wire, WireView> former = new HashMap<>();
        before.diagram().wires().forEach(wire -> former.put(wire.wire(), wire));
        for (WireView wire : now.diagram().wires()) {
            WireView old = former.remove(wire.wire());
            if (old != wire) {
                dirty(wire);
                if (old != null) {
                    dirty(old);
                }
            }
        }
        former.values().forEach(this::dirty);
    }

    private void states(Collection<NodeId> then, Collection<NodeId> after) {
        if (then.equals(after)) {
            return;
        }
        Set<NodeId> changed = new HashSet<>(after);
        then.forEach(id -> {
            if (!changed.remove(id)) {
                changed.add(id);
            }
        });
        changed.forEach(id -> now.diagram().node(id).ifPresent(this::dirty));
    }

    private void state(Optional<Wire> then, Optional<Wire> after) {
        if (!then.equals(after)) {
            then.flatMap(before.diagram()::wire).ifPresent(this::dirty);
            after.flatMap(now.diagram()::wire).ifPresent(this::dirty);
        }
    }

    /** Nodes that are taken out of the drawing or put back, with every wire that touches them. */
    private void shifts() {
        Set<NodeId> then = before.shift().nodes();
        Set<NodeId> after = now.shift().nodes();
        if (then.equals(after)) {
            return;
        }
        states(then, after);
        for (WireView view : now.diagram().wires()) {
            Wire wire = view.wire();
            boolean was = then.contains(wire.from()) || then.contains(wire.to());
            boolean is = after.contains(wire.from()) || after.contains(wire.to());
            if (was != is) {
                dirty(view);
            }
        }
    }

    private void frames() {
        List<Frame> then = before.diagram().document().layout().frames();
        List<Frame> after = now.diagram().document().layout().frames();
        if (!then.equals(after)) {
            then.stream().filter(frame -> !after.contains(frame)).forEach(this::dirty);
            after.stream().filter(frame -> !then.contains(frame)).forEach(this::dirty);
        }
    }

    private void dirty(Frame frame) {
        dirty.accept(FrameGesture.box(frame).grown(2));
    }

    private void dirty(NodeView node) {
        dirty.accept(node.box().grown(NODE));
    }

    private void dirty(WireView wire) {
        Box bounds = wire.path().bounds();
        dirty.accept(wire.pill().map(bounds::union).orElse(bounds).grown(WIRE));
    }
}
