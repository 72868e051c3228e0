package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws a network for print, with everything in the place that it has on the canvas, through whatever writes a kind of file. */
final class PrintPainter {

    private static final double EDGE = NodePicture.EDGE;
    private static final double ROOM = NodePicture.ROOM;
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DASHED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, new float[] {4, 3}, 0);
    private static final BasicStroke WIRE = new BasicStroke(1.5f);
    private static final BasicStroke BROKEN =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, new float[] {5, 3}, 0);

    private final Graphics2D g;
    private final PrintInk ink;

    PrintPainter(Graphics2D g, PrintInk ink) {
        this.g = g;
        this.ink = ink;
    }

    /** What is drawn, each list with the lowest first. */
    record Part(List<Frame> frames, List<WireView> wires, List<NodeView> nodes) {}

    void paint(Part part) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        part.frames.forEach(this::frame);
        part.wires.forEach(this::wire);
        part.nodes.forEach(this::node);
        part.wires.forEach(this::label);
    }

    private void fill(Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    private void draw(Shape shape, Color colour, BasicStroke stroke) {
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(shape);
    }

    private void write(String words, Lettering style, Color colour, double x, double y) {
        String text = clean(words);
        g.setColor(colour);
        g.setFont(ink.font(style, text));
        g.drawString(text, (float) x, (float) y);
    }

    /** What no file can hold as text, which only a strange project has, becomes a question mark. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c < 0x20 || (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Shape round(Box box, double radius) {
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    private void frame(Frame frame) {
        Shape box = round(FrameGesture.box(frame), NodePicture.RADIUS);
        fill(box, PrintInk.FRAME);
        draw(box, PrintInk.LINE, THIN);
        String title = ink.fitted(frame.title(), Lettering.TITLE, frame.width() - 2 * FrameTitlePicture.INSET);
        write(title, Lettering.TITLE, PrintInk.TEXT, frame.x() + FrameTitlePicture.INSET, frame.y() + 21);
    }

    /** A wire that is the cause of a problem is broken, which grey shows as well. */
    private void wire(WireView wire) {
        double[] p = wire.path().points();
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 2; i + 5 < p.length; i += 6) {
            path.curveTo(p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5]);
        }
        draw(path, wire.bad() ? PrintInk.bad() : PrintInk.TEXT, wire.bad() ? BROKEN : WIRE);
        for (Point bend : wire.route().bends()) {
            fill(new Ellipse2D.Double(bend.x() - 2.5, bend.y() - 2.5, 5, 5), PrintInk.TEXT);
        }
    }

    private void label(WireView wire) {
        if (wire.label().isEmpty() || wire.pill().isEmpty()) {
            return;
        }
        Box box = wire.pill().get();
        Shape pill = round(box, box.height() / 2);
        fill(pill, PrintInk.GROUND);
        draw(pill, wire.bad() ? PrintInk.bad() : PrintInk.LINE, THIN);
        ShapeLabel label = wire.label().get();
        double x = box.centreX() - ink.width(label.text(), Lettering.PILL) / 2;
        write(label.text(), Lettering.PILL, PrintInk.TEXT, x, box.centreY() + 3.8);
    }

    private void node(NodeView node) {
        Box box = node.box();
        fill(round(box, NodePicture.RADIUS), PrintInk.GROUND);
        fill(edge(box), PrintInk.category(node.face().tone()));
        boolean bypassed = node.face().bypassed();
        draw(round(box, NodePicture.RADIUS), PrintInk.TEXT, bypassed ? DASHED : THIN);
        if (bypassed && !node.face().collapsed() && node.inputs() > 0) {
            Point in = node.input(0);
            draw(
                    new Line2D.Double(
                            in.x() + EDGE,
                            in.y(),
                            box.right() - EDGE,
                            node.output().y()),
                    PrintInk.TEXT,
                    DASHED);
        }
        texts(node.face(), box);
        if (node.face().frozen()) {
            Snowflake.STROKES.forEach(stroke -> draw(
                    new Line2D.Double(
                            box.x() + stroke.x1(), box.y() + stroke.y1(), box.x() + stroke.x2(), box.y() + stroke.y2()),
                    PrintInk.TEXT,
                    THIN));
        }
        for (int i = 0; i < node.inputs(); i++) {
            if (isUsed(node, i)) {
                port(node.input(i), node.face().inputs().get(i));
            }
        }
        if (node.hasOutput()) {
            port(node.output(), node.face().output());
        }
    }

    /** Whether a wire lies in an input, or must; the spare one that the canvas offers to a hand means nothing on paper. */
    private static boolean isUsed(NodeView node, int input) {
        int needed = node.type().map(type -> type.inputs().min()).orElse(0);
        return input < needed || node.facts().into().stream().anyMatch(wire -> wire.port() == input);
    }

    /** The category's colour along the left side, rounded with the box. */
    private static Shape edge(Box box) {
        Path2D path = new Path2D.Double();
        path.moveTo(box.x() + EDGE, box.y());
        path.lineTo(box.x() + EDGE, box.bottom());
        path.curveTo(box.x() + 2, box.bottom(), box.x(), box.bottom() - 2.5, box.x(), box.bottom() - 6);
        path.lineTo(box.x(), box.y() + 6);
        path.curveTo(box.x(), box.y() + 2.5, box.x() + 2, box.y(), box.x() + EDGE, box.y());
        path.closePath();
        return path;
    }

    private void texts(NodeFace face, Box box) {
        double x = box.x() + NodePicture.INSET;
        if (face.collapsed()) {
            double y = box.y() + 21.5;
            double title = line(face.title(), Lettering.TITLE_SMALL, Lettering.TITLE_SMALL, PrintInk.TEXT, x, y);
            name(face, title, 0, 0, new Point(x, y), y);
            return;
        }
        double top = box.y() + (face.height() - 76) / 2;
        double title = line(face.title(), Lettering.TITLE, Lettering.TITLE_SMALL, PrintInk.TEXT, x, top + 24);
        line(face.summary(), Lettering.SUMMARY, Lettering.SUMMARY_SMALL, PrintInk.QUIET, x, top + 44);
        boolean sound = face.mark() == NodeFace.Mark.NONE;
        Lettering foot = sound ? Lettering.FOOT : Lettering.FOOT_STRONG;
        double last = line(
                face.foot(ROOM, ink.width(face.name(), Lettering.FOOT), words -> ink.width(words, foot)),
                foot,
                foot,
                face.mark() == NodeFace.Mark.PROBLEM ? PrintInk.bad() : PrintInk.QUIET,
                x,
                top + 63);
        name(face, title, last, ROOM, new Point(x, top + 24), top + 63);
    }

    /** Answers how wide it came out. */
    private double line(String text, Lettering style, Lettering smaller, Color colour, double x, double y) {
        Lettering used = ink.width(text, style) <= ROOM ? style : smaller;
        String fitted = ink.fitted(text, used, ROOM);
        write(fitted, used, colour, x, y);
        return ink.width(fitted, used);
    }

    /** The name that a person gave, where the screen has it. */
    private void name(NodeFace face, double title, double foot, double room, Point begin, double footY) {
        if (!face.name().isEmpty()) {
            NameSpot.of(ink.width(face.name(), Lettering.FOOT), title, ROOM, foot, room)
                    .ifPresent(spot -> write(
                            ink.fitted(face.name(), Lettering.FOOT, spot.room()),
                            Lettering.FOOT,
                            PrintInk.QUIET,
                            begin.x() + spot.x(),
                            spot.inTitle() ? begin.y() : footY));
        }
    }

    private void port(Point at, String kind) {
        Shape form = form(at, kind);
        fill(form, PrintInk.GROUND);
        draw(form, PrintInk.kind(kind), WIRE);
    }

    /** The form tells the kind of tensor, as {@link PortPainter} has it. */
    private static Shape form(Point at, String kind) {
        double r = PortPainter.RADIUS;
        return switch (kind) {
            case "image" -> new Rectangle2D.Double(at.x() - 0.9 * r, at.y() - 0.9 * r, 1.8 * r, 1.8 * r);
            case "sequence" ->
                polygon(
                        at.x() - 1.15 * r,
                        at.y(),
                        at.x(),
                        at.y() - 1.15 * r,
                        at.x() + 1.15 * r,
                        at.y(),
                        at.x(),
                        at.y() + 1.15 * r);
            case "tokens" ->
                polygon(
                        at.x() - 0.9 * r,
                        at.y() - 1.1 * r,
                        at.x() + 1.15 * r,
                        at.y(),
                        at.x() - 0.9 * r,
                        at.y() + 1.1 * r);
            default -> new Ellipse2D.Double(at.x() - r, at.y() - r, 2 * r, 2 * r);
        };
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
