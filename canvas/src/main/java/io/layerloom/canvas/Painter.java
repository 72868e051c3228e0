package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Draws one frame: the dots, the wires, the nodes with their labels. Only what is in sight is touched, in as much detail as can be seen. */
final class Painter {

    /** Below this scale a node is a few pixels high: plain rectangles, straight wires. */
    static final double FAR = 0.22;

    /** Below this scale text cannot be read: boxes without it. */
    static final double MIDDLE = 0.5;

    /** What a node draws beyond its box, in world units: shadow, ports, outline. */
    private static final double AROUND = 14;

    private static final Box NOTHING = new Box(0, 0, 0, 0);
    private static final int[] NONE = {};
    private static final int SOLID = 256;
    private static final int DIMMED = 90;

    private Ink ink;
    private Sprites sprites;
    private @Nullable Coverage coverage;
    private @Nullable Raster raster;

    /** What the raster shows; null while something is dragged. */
    private @Nullable Still shown;

    /** What stays while something is dragged, and its pixels. */
    private @Nullable Still kept;

    private int[] pixels = NONE;

    /** Where the last frame showed what is dragged. */
    private Optional<Box> dragged = Optional.empty();

    private Optional<Box> changed = Optional.empty();

    /**
     * Everything that a frame depends on.
     *
     * @param shift the nodes that are being dragged
     * @param zooming whether the zoom is moving
     * @param hovered the node under the pointer
     * @param hoveredPort the port under the pointer
     * @param lit the wire that is selected or under the pointer
     */
    record Frame(
            Diagram diagram,
            Viewport view,
            double width,
            double height,
            double outputScale,
            Set<NodeId> selection,
            Marks marks,
            Shift shift,
            boolean zooming,
            Optional<NodeId> hovered,
            Optional<Port> hoveredPort,
            Optional<Wire> lit) {

        /** The same drawing seen through another window. */
        Frame through(Viewport other, double newWidth, double newHeight) {
            return new Frame(
                    diagram,
                    other,
                    newWidth,
                    newHeight,
                    outputScale,
                    selection,
                    marks,
                    shift,
                    zooming,
                    hovered,
                    hoveredPort,
                    lit);
        }
    }

    /** All that the part of a frame depends on which stays where it is. Diagrams and rasters are the same only if they are the same object. */
    private record Still(
            Raster raster,
            Diagram diagram,
            Lens lens,
            Set<NodeId> selection,
            Set<NodeId> moved,
            boolean zooming,
            Set<NodeId> dimmed,
            Optional<Wire> hidden,
            Optional<Wire> wire,
            Optional<NodeId> hovered,
            Optional<Wire> lit) {

        /** Whether it is the same but for its place, and most of it is in sight in both. */
        boolean isPanned(Still before) {
            double dx = Math.abs(lens.offsetX() - before.lens.offsetX());
            double dy = Math.abs(lens.offsetY() - before.lens.offsetY());
            return !zooming && dx < raster.width / 2.0 && dy < raster.height / 2.0 && equals(before.at(lens));
        }

        private Still at(Lens other) {
            return other.scale() != lens.scale()
                    ? this
                    : new Still(raster, diagram, other, selection, moved, zooming, dimmed, hidden, wire, hovered, lit);
        }

        static Still of(Raster raster, Frame frame, Lens lens) {
            Marks marks = frame.marks();
            return new Still(
                    raster,
                    frame.diagram(),
                    lens,
                    frame.selection(),
                    frame.shift().nodes(),
                    frame.zooming(),
                    marks.dimmed(),
                    marks.hidden(),
                    marks.wire(),
                    frame.hovered(),
                    frame.lit());
        }
    }

    Painter(Ink ink) {
        this.ink = ink;
        this.sprites = new Sprites(ink);
    }

    void use(Ink other) {
        ink = other;
        sprites = new Sprites(other);
        shown = null;
        letGo();
    }

    private void letGo() {
        kept = null;
        pixels = NONE;
        dragged = Optional.empty();
    }

    Ink ink() {
        return ink;
    }

    /**
     * Draws all of a frame but its marks, with what is dragged in its place. What the raster shows already is not drawn again.
     *
     * @return whether another frame would look better, because pictures are still being prepared
     */
    boolean paint(Raster target, Frame frame) {
        Lens exact = Lens.of(frame.view(), frame.outputScale());
        Lens lens = frame.zooming() ? exact : exact.snapped();
        Still still = Still.of(target, frame, lens);
        changed = Optional.empty();
        if (still.equals(shown)) {
            changed = Optional.of(NOTHING);
            return false;
        }
        Brush brush = new Brush(target, new Outlines(coverage(target), frame.zooming()), sprites, ink, lens, frame);
        sprites.begin(lens.scale(), frame.zooming());
        if (frame.shift().isNone()) {
            letGo();
            Still before = shown;
            if (before != null && still.isPanned(before)) {
                pan(brush, before.lens);
            } else {
                rest(brush);
            }
        } else {
            drag(brush, still);
        }
        boolean better = sprites.end();
        shown = better || !frame.shift().isNone() ? null : still;
        return better;
    }

    /** The part of the raster, in pixels, in which the last frame differs from the one before; empty if it may differ everywhere. */
    Optional<Box> changed() {
        return changed;
    }

    /** Moves what is there, and draws what comes into sight. */
    private void pan(Brush brush, Lens before) {
        Raster target = brush.raster();
        int dx = (int) (brush.lens().offsetX() - before.offsetX());
        int dy = (int) (brush.lens().offsetY() - before.offsetY());
        target.move(dx, dy);
        if (dx != 0) {
            strip(brush, dx > 0 ? 0 : target.width + dx, 0, Math.abs(dx), target.height);
        }
        if (dy != 0) {
            strip(brush, 0, dy > 0 ? 0 : target.height + dy, target.width, Math.abs(dy));
        }
    }

    private void strip(Brush brush, int x, int y, int width, int height) {
        Raster part = new Raster(width, height);
        Lens lens = new Lens(
                brush.lens().scale(), brush.lens().offsetX() - x, brush.lens().offsetY() - y);
        rest(new Brush(part, new Outlines(new Coverage(part), false), sprites, ink, lens, brush.frame()));
        brush.raster().put(part, x, y);
    }

    /** What stays is drawn once and kept; what moves is drawn over a copy of it, where it is and where it was. */
    private void drag(Brush brush, Still still) {
        Raster target = brush.raster();
        Box now = moved(brush);
        Optional<Box> before = dragged;
        if (still.equals(kept) && before.isPresent()) {
            Box both = before.get().union(now);
            target.restore(pixels, both);
            changed = Optional.of(both);
        } else if (still.equals(kept)) {
            System.arraycopy(pixels, 0, target.pixels, 0, pixels.length);
        } else {
            rest(brush);
            kept = sprites.isRough() ? null : still;
            pixels = target.pixels.clone();
        }
        dragged = kept == null ? Optional.empty() : Optional.of(now);
        Shift shift = brush.frame().shift();
        new WirePainter(brush).stretched();
        Lens shifted = brush.lens().shifted(shift.dx(), shift.dy());
        draw(brush.through(brush.frame().zooming() ? shifted : shifted.snapped()), Shift.Part.MOVED);
    }

    /** The pixels within which everything lies that moves or is stretched. */
    private static Box moved(Brush brush) {
        Frame frame = brush.frame();
        Shift shift = frame.shift();
        Box world = null;
        for (NodeId id : shift.nodes()) {
            NodeView node = frame.diagram().node(id).orElse(null);
            if (node != null) {
                Box box = node.box().grown(AROUND).moved(shift.dx(), shift.dy());
                world = world == null ? box : world.union(box);
            }
        }
        for (WireView wire : frame.diagram().wires()) {
            if (world != null && shift.stretches(wire.wire())) {
                world = world.union(shift.direct(wire).bounds().grown(AROUND));
            } else if (world != null && shift.shows(Shift.Part.MOVED, wire.wire())) {
                Box bounds = wire.pill()
                        .map(wire.path().bounds()::union)
                        .orElse(wire.path().bounds());
                world = world.union(bounds.grown(AROUND).moved(shift.dx(), shift.dy()));
            }
        }
        return world == null ? NOTHING : brush.lens().box(world).grown(brush.pixels(4));
    }

    private void rest(Brush brush) {
        Frame frame = brush.frame();
        brush.raster().fill(Raster.argb(ink.tokens.background()));
        Grid.paint(brush.raster(), brush.lens(), frame.outputScale(), Raster.argb(ink.tokens.grid()));
        FramePainter.paint(brush);
        draw(brush, Shift.Part.REST);
    }

    @SuppressWarnings("ReferenceEquality") // a raster is its pixels
    private Coverage coverage(Raster target) {
        Coverage known = coverage;
        if (known == null || raster != target) {
            known = new Coverage(target);
            coverage = known;
            raster = target;
        }
        return known;
    }

    private void draw(Brush brush, Shift.Part part) {
        Frame frame = brush.frame();
        List<WireView> wires = frame.diagram().wiresIn(brush.sight());
        List<NodeView> nodes = frame.diagram().nodesIn(brush.sight().grown(NodePicture.MARGIN));
        if (!frame.shift().isNone()) {
            wires.removeIf(wire -> !frame.shift().shows(part, wire.wire()));
            nodes.removeIf(node -> !frame.shift().shows(part, node.id()));
        }
        raise(nodes, frame.selection());
        new WirePainter(brush).paint(wires);
        if (brush.zoom() < FAR) {
            nodes.forEach(node -> far(brush, node));
            return;
        }
        List<Stamp> stamps = new ArrayList<>();
        List<Stamp> pills = brush.zoom() >= MIDDLE ? pills(frame, wires) : List.of();
        nodes.forEach(node -> stamps.add(stamp(brush, node)));
        stamps.forEach(stamp -> sprites.want(stamp.picture));
        pills.forEach(stamp -> sprites.want(stamp.picture));
        sprites.make();
        for (int i = 0; i < stamps.size(); i++) {
            press(brush, stamps.get(i));
            outline(brush, nodes.get(i));
        }
        pills.forEach(pill -> press(brush, pill));
    }

    /** What is selected lies above the rest, which comes in the order of the document. */
    private static void raise(List<NodeView> nodes, Set<NodeId> selection) {
        if (!selection.isEmpty()) {
            nodes.sort(Comparator.comparing(node -> selection.contains(node.id())));
        }
    }

    /** A picture in its place in the world. */
    private record Stamp(Picture picture, double x, double y, int opacity) {}

    private void press(Brush brush, Stamp stamp) {
        sprites.draw(
                brush.raster(),
                stamp.picture,
                brush.snap(brush.lens().x(stamp.x)),
                brush.snap(brush.lens().y(stamp.y)),
                stamp.opacity);
    }

    private void far(Brush brush, NodeView node) {
        Box box = brush.lens().box(node.box());
        boolean selected = brush.frame().selection().contains(node.id());
        boolean bad = node.face().mark() == NodeFace.Mark.PROBLEM;
        Color colour = bad
                ? ink.tokens.bad()
                : selected
                        ? ink.tokens.accent()
                        : ink.tokens.category(node.face().tone());
        double least = brush.pixels(2);
        brush.raster()
                .rectangle(
                        box.x(),
                        box.y(),
                        box.x() + Math.max(least, box.width()),
                        box.y() + Math.max(least, box.height()),
                        Raster.argb(colour));
    }

    private static Stamp stamp(Brush brush, NodeView node) {
        boolean full = brush.zoom() >= MIDDLE;
        double margin = full ? NodePicture.MARGIN : PlainNodePicture.MARGIN;
        Picture picture = full
                ? new NodePicture(node.face())
                : new PlainNodePicture(
                        node.face().tone(), node.face().height(), node.face().mark());
        boolean dimmed = brush.frame().marks().dimmed().contains(node.id());
        return new Stamp(picture, node.box().x() - margin, node.box().y() - margin, dimmed ? DIMMED : SOLID);
    }

    private void outline(Brush brush, NodeView node) {
        Frame frame = brush.frame();
        boolean selected = frame.selection().contains(node.id());
        boolean bad = node.face().mark() == NodeFace.Mark.PROBLEM;
        boolean hovered = frame.hovered().equals(Optional.of(node.id()));
        if (!selected && !bad && !hovered) {
            return;
        }
        double zoom = brush.zoom();
        double width = brush.pixels(selected || bad ? Math.max(1.5, 2 * Math.min(zoom, 1.5)) : 1);
        double scale = brush.lens().scale();
        double margin = (zoom >= MIDDLE ? NodePicture.MARGIN : PlainNodePicture.MARGIN);
        double x = brush.snap(brush.lens().x(node.box().x() - margin)) + margin * scale;
        double y = brush.snap(brush.lens().y(node.box().y() - margin)) + margin * scale;
        brush.outlines()
                .frame(
                        x + width / 2,
                        y + width / 2,
                        node.box().width() * scale - width,
                        node.box().height() * scale - width,
                        NodePicture.RADIUS * scale - width / 2,
                        width);
        brush.fill(selected ? ink.tokens.accent() : bad ? ink.tokens.bad() : ink.tokens.faint());
        if (zoom >= MIDDLE) {
            ports(brush, node);
        }
    }

    /** The ports again, because the outline runs through them. */
    private void ports(Brush brush, NodeView node) {
        NodeFace face = node.face();
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < face.inputs().size(); i++) {
            stamps.add(port(node, 0, face.inputY(i), face.inputs().get(i)));
        }
        if (face.hasOutput()) {
            stamps.add(port(node, NodeFace.WIDTH, face.outputY(), face.output()));
        }
        stamps.forEach(stamp -> sprites.want(stamp.picture));
        sprites.make();
        stamps.forEach(stamp -> press(brush, stamp));
    }

    private static Stamp port(NodeView node, double x, double y, String kind) {
        return new Stamp(
                new PortPicture(kind),
                node.box().x() + x - PortPicture.SIDE / 2,
                node.box().y() + y - PortPicture.SIDE / 2,
                SOLID);
    }

    private static List<Stamp> pills(Frame frame, List<WireView> wires) {
        List<Stamp> pills = new ArrayList<>();
        for (WireView wire : wires) {
            boolean hidden = frame.marks().hidden().equals(Optional.of(wire.wire()));
            if (wire.pill().isEmpty() || wire.label().isEmpty() || hidden) {
                continue;
            }
            PillPicture.Tone tone = frame.lit().equals(Optional.of(wire.wire()))
                            || frame.marks().wire().equals(Optional.of(wire.wire()))
                    ? PillPicture.Tone.ACCENT
                    : wire.bad() ? PillPicture.Tone.BAD : PillPicture.Tone.QUIET;
            Box pill = wire.pill().get();
            pills.add(new Stamp(
                    new PillPicture(wire.label().get(), tone, pill.width()),
                    pill.x() - PillPicture.MARGIN,
                    pill.y() - PillPicture.MARGIN,
                    SOLID));
        }
        return pills;
    }
}
