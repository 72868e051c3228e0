package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;

/** Draws one frame: the dots, the wires, the nodes with their labels, and what the gesture shows. Only what is in sight is touched, in as much detail as can be seen. */
final class Painter {

    /** Below this scale a node is a few pixels high: plain rectangles, straight wires. */
    static final double FAR = 0.22;

    /** Below this scale text cannot be read: boxes without it. */
    static final double MIDDLE = 0.5;

    private final Grid grid = new Grid();
    private Ink ink;
    private Sprites sprites;
    private boolean direct;

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

    Painter(Ink ink) {
        this.ink = ink;
        this.sprites = new Sprites(ink);
    }

    void use(Ink other) {
        ink = other;
        sprites = new Sprites(other);
    }

    Ink ink() {
        return ink;
    }

    /**
     * Draws all of a frame but its marks, with what is dragged in its place; for frames that share little with the one before.
     *
     * @return whether another frame would look better, because pictures are still being prepared
     */
    boolean whole(GraphicsContext gc, Frame frame) {
        sprites.begin(frame.view().scale() * frame.outputScale(), frame.zooming());
        direct = false;
        // Without a graphics card, a smoothed pixel costs several times as much, and nobody sees it while the zoom
        // moves.
        gc.setImageSmoothing(!frame.zooming());
        ground(gc, frame);
        draw(gc, frame, Shift.Part.REST);
        if (!frame.shift().isNone()) {
            // What is in sight is chosen by the view, so that it is the view that shifts, not the surface.
            double dx = snap(frame.shift().dx() * frame.view().scale(), frame.outputScale());
            double dy = snap(frame.shift().dy() * frame.view().scale(), frame.outputScale());
            draw(gc, frame.through(frame.view().panned(dx, dy), frame.width(), frame.height()), Shift.Part.MOVED);
        }
        return sprites.end();
    }

    /** Draws one square of the plane, told by its upper left corner in pixels from the origin. */
    void tile(GraphicsContext gc, Frame frame, Shift.Part part, double x, double y) {
        direct = true;
        Frame tile = frame.through(new Viewport(frame.view().scale(), -x, -y), Tiles.SIDE, Tiles.SIDE);
        if (part == Shift.Part.REST) {
            ground(gc, tile);
        } else {
            gc.clearRect(0, 0, Tiles.SIDE, Tiles.SIDE);
        }
        draw(gc, tile, part);
    }

    private void ground(GraphicsContext gc, Frame frame) {
        gc.setFill(ink.tokens.background());
        gc.fillRect(0, 0, frame.width(), frame.height());
        grid.paint(gc, frame.view(), frame.width(), frame.height(), frame.outputScale(), ink.tokens.grid());
    }

    private void draw(GraphicsContext gc, Frame frame, Shift.Part part) {
        Box sight = frame.view().visible(frame.width(), frame.height());
        List<WireView> wires = frame.diagram().wiresIn(sight);
        wires.removeIf(wire -> !frame.shift().shows(part, wire.wire()));
        if (part == Shift.Part.REST) {
            FramePainter.paint(
                    gc,
                    ink,
                    frame.view(),
                    sight,
                    frame.diagram().document().layout().frames());
        }
        new WirePainter(gc, ink, frame).paint(wires);
        nodes(gc, frame, sight, part);
        if (frame.view().scale() >= MIDDLE) {
            pills(gc, frame, wires);
        }
    }

    private void nodes(GraphicsContext gc, Frame frame, Box sight, Shift.Part part) {
        List<NodeView> nodes = frame.diagram().nodesIn(sight.grown(NodePicture.MARGIN));
        nodes.removeIf(node -> !frame.shift().shows(part, node.id()));
        if (nodes.size() > 1) {
            nodes.sort(Comparator.comparing((NodeView node) -> frame.selection().contains(node.id()))
                    .thenComparing(frame.diagram().byHeight()));
        }
        if (frame.view().scale() < FAR) {
            nodes.forEach(node -> far(gc, frame, node));
        } else {
            nodes.forEach(node -> near(gc, frame, node));
        }
    }

    private void far(GraphicsContext gc, Frame frame, NodeView node) {
        Box box = frame.view().toScreen(node.box());
        boolean selected = frame.selection().contains(node.id());
        boolean bad = node.face().mark() == NodeFace.Mark.PROBLEM;
        gc.setFill(
                bad
                        ? ink.tokens.bad()
                        : selected
                                ? ink.tokens.accent()
                                : ink.tokens.category(node.face().tone()));
        gc.fillRect(box.x(), box.y(), Math.max(2, box.width()), Math.max(2, box.height()));
    }

    private void near(GraphicsContext gc, Frame frame, NodeView node) {
        double scale = frame.view().scale();
        boolean full = scale >= MIDDLE;
        Picture picture = full
                ? new NodePicture(node.face())
                : new PlainNodePicture(
                        node.face().tone(), node.face().height(), node.face().mark());
        double margin = full ? NodePicture.MARGIN : PlainNodePicture.MARGIN;
        double x = snap(frame.view().screenX(node.box().x() - margin), frame.outputScale());
        double y = snap(frame.view().screenY(node.box().y() - margin), frame.outputScale());
        boolean dimmed = frame.marks().dimmed().contains(node.id());
        if (dimmed) {
            gc.setGlobalAlpha(0.35);
        }
        picture(gc, picture, x, y, scale);
        gc.setGlobalAlpha(1);
        outline(gc, frame, node, x + margin * scale, y + margin * scale);
    }

    private void outline(GraphicsContext gc, Frame frame, NodeView node, double x, double y) {
        boolean selected = frame.selection().contains(node.id());
        boolean bad = node.face().mark() == NodeFace.Mark.PROBLEM;
        boolean hovered = frame.hovered().equals(Optional.of(node.id()));
        if (!selected && !bad && !hovered) {
            return;
        }
        double scale = frame.view().scale();
        double width = selected || bad ? Math.max(1.5, 2 * Math.min(scale, 1.5)) : 1;
        gc.setStroke(selected ? ink.tokens.accent() : bad ? ink.tokens.bad() : ink.tokens.faint());
        gc.setLineWidth(width);
        double w = node.box().width() * scale - width;
        double h = node.box().height() * scale - width;
        double arc = 2 * NodePicture.RADIUS * scale - width;
        gc.strokeRoundRect(x + width / 2, y + width / 2, w, h, arc, arc);
        if (scale >= MIDDLE) {
            ports(gc, frame, node);
        }
    }

    /** The ports again, because the outline runs through them. */
    private void ports(GraphicsContext gc, Frame frame, NodeView node) {
        gc.save();
        gc.translate(
                frame.view().screenX(node.box().x()),
                frame.view().screenY(node.box().y()));
        gc.scale(frame.view().scale(), frame.view().scale());
        NodeFace face = node.face();
        for (int i = 0; i < face.inputs().size(); i++) {
            PortPainter.rest(gc, ink, 0, face.inputY(i), face.inputs().get(i));
        }
        if (face.hasOutput()) {
            PortPainter.rest(gc, ink, NodeFace.WIDTH, face.outputY(), face.output());
        }
        gc.restore();
    }

    private void pills(GraphicsContext gc, Frame frame, List<WireView> wires) {
        Viewport view = frame.view();
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
            picture(
                    gc,
                    new PillPicture(wire.label().get(), tone, pill.width()),
                    snap(view.screenX(pill.x() - PillPicture.MARGIN), frame.outputScale()),
                    snap(view.screenY(pill.y() - PillPicture.MARGIN), frame.outputScale()),
                    view.scale());
        }
    }

    /** A square is drawn once and kept as pixels, so that nothing is gained by keeping its pictures as well. */
    private void picture(GraphicsContext gc, Picture picture, double x, double y, double scale) {
        if (direct) {
            sprites.direct(gc, picture, x, y, scale);
        } else {
            sprites.draw(gc, picture, x, y, scale);
        }
    }

    private static double snap(double at, double outputScale) {
        return Math.round(at * outputScale) / outputScale;
    }
}
