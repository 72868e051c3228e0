package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws one frame: the dots, the frames, the wires, the nodes with their labels. Only what is in sight is touched, and of that only what the frame before does not show already. */
final class Painter {

    /** Below this zoom a node is a few pixels high: plain rectangles, straight wires. */
    static final double FAR = 0.22;

    /** Below this zoom the text of cards cannot be read: boxes with a {@link NodeSign}. */
    static final double MIDDLE = 0.5;

    /** What a node draws beyond its box, in world units: shadow, ports, outline. */
    static final double AROUND = 14;

    private static final Box NOTHING = new Box(0, 0, 0, 0);
    private static final int[] NONE = {};

    private Ink ink;
    private Sprites sprites;
    private Sprites signs;
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

        /** Whether a wire is not drawn, because its end is in the hand. */
        boolean isHidden(Wire wire) {
            return is(marks.hidden(), wire);
        }

        /** Whether a wire is selected, under the pointer, or would be changed by letting go. */
        boolean isLit(Wire wire) {
            return is(lit, wire) || is(marks.wire(), wire);
        }

        private static boolean is(Optional<Wire> mark, Wire wire) {
            return mark.isPresent() && mark.get().equals(wire);
        }
    }

    Painter(Ink ink) {
        this.ink = ink;
        this.sprites = new Sprites(ink);
        this.signs = new Sprites(ink);
    }

    void use(Ink other) {
        ink = other;
        sprites = new Sprites(other);
        signs = new Sprites(other);
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
        Outlines outlines = new Outlines(coverage(target), frame.zooming());
        Brush brush = new Brush(target, outlines, sprites, signs, ink, lens, frame);
        sprites.begin(lens.scale(), frame.zooming());
        signs.begin(Measure.text(frame.outputScale()), false);
        if (frame.shift().isNone()) {
            letGo();
            follow(brush, still);
        } else {
            drag(brush, still);
        }
        boolean better = sprites.end();
        signs.end();
        shown = better || !frame.shift().isNone() ? null : still;
        return better;
    }

    /** Draws what differs from what the raster shows. */
    private void follow(Brush brush, Still still) {
        Still before = shown;
        if (before != null && still.isPanned(before)) {
            pan(brush, before.lens());
            return;
        }
        Optional<List<Box>> damage = before == null
                ? Optional.empty()
                : Damage.between(before, still, brush.frame().outputScale());
        damage.ifPresentOrElse(boxes -> mend(brush, boxes), () -> rest(brush));
    }

    private void mend(Brush brush, List<Box> boxes) {
        for (Box box : boxes) {
            strip(brush, (int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
        }
        changed = Optional.of(boxes.stream().reduce(Box::union).orElse(NOTHING));
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
        rest(new Brush(part, new Outlines(new Coverage(part), false), sprites, signs, ink, lens, brush.frame()));
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
                world = world.union(wire.bounds().grown(AROUND).moved(shift.dx(), shift.dy()));
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
        FramePainter.signs(brush);
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

    private static void draw(Brush brush, Shift.Part part) {
        Frame frame = brush.frame();
        List<WireView> wires = frame.diagram().wiresIn(brush.sight().grown(WirePainter.MARGIN));
        List<NodeView> nodes = frame.diagram().nodesIn(brush.sight().grown(NodePicture.MARGIN));
        if (!frame.shift().isNone()) {
            wires.removeIf(wire -> !frame.shift().shows(part, wire.wire()));
            nodes.removeIf(node -> !frame.shift().shows(part, node.id()));
        }
        raise(nodes, frame.selection());
        new WirePainter(brush).paint(wires);
        new NodePainter(brush).paint(nodes, wires);
    }

    /** What is selected lies above the rest, which comes in the order of the document. */
    private static void raise(List<NodeView> nodes, Set<NodeId> selection) {
        if (!selection.isEmpty()) {
            nodes.sort(Comparator.comparing(node -> selection.contains(node.id())));
        }
    }
}
