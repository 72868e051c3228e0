package io.layerloom.canvas;

import io.layerloom.graph.Wire;
import io.layerloom.themes.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Draws the nodes in sight, with what stands on their wires above them. */
final class NodePainter {

    private static final int DIMMED = 90;

    private final Brush brush;
    private final Painter.Frame frame;
    private final Ink ink;
    private final boolean readable;

    /** What sticks out of a node's box in its picture, in world units. */
    private final double margin;

    NodePainter(Brush brush) {
        this.brush = brush;
        this.frame = brush.frame();
        this.ink = brush.ink();
        this.readable = brush.detail() >= Painter.MIDDLE;
        this.margin = readable ? NodePicture.MARGIN : PlainNodePicture.MARGIN;
    }

    void paint(List<NodeView> nodes, List<WireView> wires) {
        if (brush.detail() < Painter.FAR) {
            nodes.forEach(this::far);
            return;
        }
        List<Stamp> stamps = new ArrayList<>();
        List<Optional<NodeSign>> signs = new ArrayList<>();
        for (NodeView node : nodes) {
            Optional<NodeSign> sign = readable ? Optional.empty() : NodeSign.of(node.face(), brush.zoom(), ink);
            sign.ifPresent(brush.signs()::want);
            signs.add(sign);
            stamps.add(stamp(node, sign.isEmpty()));
        }
        brush.signs().make();
        if (readable) {
            wires.forEach(wire -> pill(wire).ifPresent(stamps::add));
        }
        brush.prepare(stamps);
        for (int i = 0; i < stamps.size(); i++) {
            brush.press(stamps.get(i));
            if (i < nodes.size()) {
                write(nodes.get(i), signs.get(i), stamps.get(i).opacity());
                outline(nodes.get(i));
            }
        }
    }

    private void far(NodeView node) {
        Box box = brush.lens().box(node.box());
        Color colour = isBad(node)
                ? ink.tokens.bad()
                : isSelected(node) ? ink.tokens.accent() : change(node).orElse(ground(node.face()));
        double least = brush.pixels(2);
        brush.raster()
                .rectangle(
                        box.x(),
                        box.y(),
                        box.x() + Math.max(least, box.width()),
                        box.y() + Math.max(least, box.height()),
                        Raster.argb(colour));
    }

    /** What is coloured by its costs shows no category: so small, one colour is all that can be seen. */
    private Color ground(NodeFace face) {
        return face.cost().isEmpty()
                ? ink.tokens.category(face.tone())
                : ink.tokens.line().interpolate(ink.tokens.warn(), face.heat());
    }

    private boolean isSelected(NodeView node) {
        return frame.selection().contains(node.id());
    }

    private static boolean isBad(NodeView node) {
        return node.face().mark() == NodeFace.Mark.PROBLEM;
    }

    private Optional<Color> change(NodeView node) {
        return node.face().change().map(kind -> ink.tokens.change(kind.name()));
    }

    /** What a node is called, on its card from afar. */
    private void write(NodeView node, Optional<NodeSign> sign, int opacity) {
        if (sign.isPresent()) {
            Box card = brush.lens().box(node.box());
            double height = brush.pixels(Measure.text(sign.get().height()));
            double x = card.x() + brush.pixels(NodeSign.left(brush.zoom()));
            double y = card.centreY() - height / 2;
            brush.signs().draw(brush.raster(), sign.get(), brush.snap(x), brush.snap(y), opacity);
        }
    }

    private Stamp stamp(NodeView node, boolean barred) {
        Picture picture = readable ? new NodePicture(node.face()) : PlainNodePicture.of(node.face(), barred);
        boolean dimmed = frame.marks().dimmed().contains(node.id());
        return new Stamp(picture, node.box().x() - margin, node.box().y() - margin, dimmed ? DIMMED : Stamp.SOLID);
    }

    private void outline(NodeView node) {
        boolean selected = isSelected(node);
        boolean bad = isBad(node);
        boolean hovered = frame.hovered().equals(Optional.of(node.id()));
        Optional<Color> change = change(node);
        if (!selected && !bad && !hovered && change.isEmpty()) {
            return;
        }
        double width = brush.pixels(
                selected || bad || change.isPresent() ? Math.max(1.5, 2 * Math.min(brush.zoom(), 1.5)) : 1);
        if (selected && bad) {
            ring(node, width, -width - brush.pixels(1), ink.tokens.accent());
        }
        Color colour = bad ? ink.tokens.bad() : selected ? ink.tokens.accent() : change.orElse(ink.tokens.faint());
        ring(node, width, 0, colour);
        if (readable) {
            ports(node);
        }
    }

    /** A line of this width along the inner side of the node's edge, or as far inward or outward from there. */
    private void ring(NodeView node, double width, double inward, Color colour) {
        double scale = brush.lens().scale();
        double x = brush.snap(brush.lens().x(node.box().x() - margin)) + margin * scale;
        double y = brush.snap(brush.lens().y(node.box().y() - margin)) + margin * scale;
        double inset = inward + width / 2;
        brush.outlines()
                .frame(
                        x + inset,
                        y + inset,
                        node.box().width() * scale - 2 * inset,
                        node.box().height() * scale - 2 * inset,
                        NodePicture.RADIUS * scale - inset,
                        width);
        brush.fill(colour);
    }

    /** The ports again, because the outline runs through them. */
    private void ports(NodeView node) {
        NodeFace face = node.face();
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < face.inputs().size(); i++) {
            stamps.add(port(node, 0, face.inputY(i), face.inputs().get(i)));
        }
        if (face.hasOutput()) {
            stamps.add(port(node, NodeFace.WIDTH, face.outputY(), face.output()));
        }
        brush.prepare(stamps);
        stamps.forEach(brush::press);
    }

    private static Stamp port(NodeView node, double x, double y, String kind) {
        return new Stamp(
                new PortPicture(kind),
                node.box().x() + x - PortPicture.SIDE / 2,
                node.box().y() + y - PortPicture.SIDE / 2,
                Stamp.SOLID);
    }

    private Optional<Stamp> pill(WireView view) {
        Wire wire = view.wire();
        if (view.pill().isEmpty() || view.label().isEmpty() || frame.isHidden(wire)) {
            return Optional.empty();
        }
        PillPicture.Tone tone = frame.isLit(wire)
                ? PillPicture.Tone.ACCENT
                : view.bad() ? PillPicture.Tone.BAD : PillPicture.Tone.QUIET;
        Box box = view.pill().get();
        return Optional.of(new Stamp(
                new PillPicture(view.label().get(), tone, box.width()),
                box.x() - PillPicture.MARGIN,
                box.y() - PillPicture.MARGIN,
                Stamp.SOLID));
    }
}
