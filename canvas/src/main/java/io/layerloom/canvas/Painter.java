package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
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

    /**
     * Everything that a frame depends on.
     *
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
            boolean zooming,
            Optional<NodeId> hovered,
            Optional<Port> hoveredPort,
            Optional<Wire> lit) {}

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
     * Draws a frame.
     *
     * @return whether another frame would look better, because pictures are still being prepared
     */
    boolean paint(GraphicsContext gc, Frame frame) {
        gc.clearRect(0, 0, frame.width(), frame.height());
        gc.setFill(ink.tokens.background());
        gc.fillRect(0, 0, frame.width(), frame.height());
        sprites.begin(frame.view().scale() * frame.outputScale(), frame.zooming());
        grid.paint(gc, frame.view(), frame.width(), frame.height(), frame.outputScale(), ink.tokens.grid());
        Box sight = frame.view().visible(frame.width(), frame.height());
        List<WireView> wires = frame.diagram().wiresIn(sight);
        new WirePainter(gc, ink, frame).paint(wires);
        nodes(gc, frame, sight);
        if (frame.view().scale() >= MIDDLE) {
            pills(gc, frame, wires);
        }
        new MarkPainter(gc, ink, frame).paint();
        return sprites.end();
    }

    private void nodes(GraphicsContext gc, Frame frame, Box sight) {
        List<NodeView> nodes = frame.diagram().nodesIn(sight.grown(NodePicture.MARGIN));
        if (nodes.size() > 1) {
            nodes.sort(frame.diagram().byHeight());
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
        sprites.draw(gc, picture, x, y, scale);
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
            sprites.draw(
                    gc,
                    new PillPicture(wire.label().get(), tone, pill.width()),
                    snap(view.screenX(pill.x() - PillPicture.MARGIN), frame.outputScale()),
                    snap(view.screenY(pill.y() - PillPicture.MARGIN), frame.outputScale()),
                    view.scale());
        }
    }

    private static double snap(double at, double outputScale) {
        return Math.round(at * outputScale) / outputScale;
    }
}
