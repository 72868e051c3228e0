package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a frame differs from the one before that was seen through the same lens: an edit changes a few nodes and wires, and drawing the rest anew is what takes time. */
final class Damage {

    /** Share of the pixels from which drawing all of them is no slower. */
    private static final double MOST = 0.6;

    /** What lines draw beyond their middle, in pixels of the window. */
    private static final double LINE = 8;

    private final Still before;
    private final Still now;
    private final double line;
    private final double zoom;
    private final List<Box> boxes = new ArrayList<>();

    private Damage(Still before, Still now, double outputScale) {
        this.before = before;
        this.now = now;
        this.line = LINE * outputScale;
        this.zoom = now.lens().scale() / outputScale;
    }

    /** The boxes of whole pixels, none overlapping another, outside of which the frames are the same; empty if nothing is known of them, or if they are most of the picture. */
    static Optional<List<Box>> between(Still before, Still now, double outputScale) {
        Damage damage = new Damage(before, now, outputScale);
        return now.sharesGround(before) && damage.compareNodes() && damage.compareWires()
                ? damage.boxes()
                : Optional.empty();
    }

    private Optional<List<Box>> boxes() {
        compareFrames();
        List<Box> apart = apart(boxes);
        double area =
                apart.stream().mapToDouble(box -> box.width() * box.height()).sum();
        double all = (double) now.raster().width * now.raster().height;
        return area > MOST * all ? Optional.empty() : Optional.of(apart);
    }

    /**
     * Walks through both side by side and hands over what is in one only, and what is in both but looks otherwise, as it was and as it is. Answers whether they have what they share in the same order, which is
     * what lies above what.
     */
    private static <K, V> boolean compare(
            Map<K, V> before, Map<K, V> now, BiPredicate<V, V> alike, Consumer<V> differs) {
        Iterator<Map.Entry<K, V>> former = before.entrySet().iterator();
        Map.Entry<K, V> old = next(former);
        for (Map.Entry<K, V> latter : now.entrySet()) {
            while (old != null && !old.getKey().equals(latter.getKey()) && !now.containsKey(old.getKey())) {
                differs.accept(old.getValue());
                old = next(former);
            }
            if (old != null && old.getKey().equals(latter.getKey())) {
                if (!alike.test(old.getValue(), latter.getValue())) {
                    differs.accept(old.getValue());
                    differs.accept(latter.getValue());
                }
                old = next(former);
            } else if (before.containsKey(latter.getKey())) {
                return false;
            } else {
                differs.accept(latter.getValue());
            }
        }
        for (; old != null; old = next(former)) {
            differs.accept(old.getValue());
        }
        return true;
    }

    private static <T> @Nullable T next(Iterator<T> elements) {
        return elements.hasNext() ? elements.next() : null;
    }

    private boolean compareNodes() {
        if (!compare(
                before.diagram().nodesById(),
                now.diagram().nodesById(),
                (old, node) -> node.looksLike(old),
                this::node)) {
            return false;
        }
        nodes(difference(before.selection(), now.selection()));
        nodes(difference(before.dimmed(), now.dimmed()));
        if (!before.hovered().equals(now.hovered())) {
            nodes(Stream.concat(before.hovered().stream(), now.hovered().stream()));
        }
        return true;
    }

    private static <T> Stream<T> difference(Set<T> one, Set<T> other) {
        return one.equals(other)
                ? Stream.empty()
                : Stream.concat(
                        one.stream().filter(element -> !other.contains(element)),
                        other.stream().filter(element -> !one.contains(element)));
    }

    private void nodes(Stream<NodeId> ids) {
        ids.forEach(id -> {
            before.diagram().node(id).ifPresent(this::node);
            now.diagram().node(id).ifPresent(this::node);
        });
    }

    private void node(NodeView node) {
        add(node.box().grown(Painter.AROUND));
    }

    private boolean compareWires() {
        marked(before.lit(), now.lit());
        marked(before.wire(), now.wire());
        marked(before.hidden(), now.hidden());
        return compare(
                before.diagram().wiresByWire(),
                now.diagram().wiresByWire(),
                (old, wire) -> wire.looksLike(old),
                this::wire);
    }

    private void marked(Optional<Wire> former, Optional<Wire> latter) {
        if (!former.equals(latter)) {
            Stream.concat(former.stream(), latter.stream()).forEach(wire -> {
                before.diagram().wire(wire).ifPresent(this::wire);
                now.diagram().wire(wire).ifPresent(this::wire);
            });
        }
    }

    private void wire(WireView wire) {
        add(wire.bounds().grown(PillPicture.MARGIN));
    }

    private void compareFrames() {
        List<Frame> former = before.diagram().document().layout().frames();
        List<Frame> latter = now.diagram().document().layout().frames();
        if (!former.equals(latter)) {
            Stream.concat(former.stream(), latter.stream()).forEach(frame -> add(FrameSign.area(frame, zoom)));
        }
    }

    /** Adds the pixels in sight behind a part of the world. */
    private void add(Box world) {
        Box box = now.lens().box(world).grown(line);
        double left = Math.max(0, Math.floor(box.x()));
        double top = Math.max(0, Math.floor(box.y()));
        double right = Math.min(now.raster().width, Math.ceil(box.right()));
        double bottom = Math.min(now.raster().height, Math.ceil(box.bottom()));
        if (right > left && bottom > top) {
            boxes.add(new Box(left, top, right - left, bottom - top));
        }
    }

    /** The same boxes, those that overlap joined to one. */
    private static List<Box> apart(List<Box> boxes) {
        List<Box> apart = new ArrayList<>();
        for (Box box : boxes) {
            Box joined = box;
            for (int i = 0; i < apart.size(); i++) {
                if (apart.get(i).overlaps(joined)) {
                    joined = joined.union(apart.remove(i));
                    i = -1; // what is larger may overlap what it did not before
                }
            }
            apart.add(joined);
        }
        return apart;
    }
}
