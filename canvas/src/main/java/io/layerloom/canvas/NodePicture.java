package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A node at rest: shadow, box, edge, three lines of text and its ports. */
record NodePicture(NodeFace face) implements Picture {

    /** What sticks out on each side: half a port, and the shadow. */
    static final double MARGIN = 8;

    static final double RADIUS = 8;

    /** Strokes and gaps of the way through a layer that is left out. */
    static final double[] DASHES = {4, 3};

    /** Width of the category's colour along the left side. */
    static final double EDGE = 5;

    /** Where the lines of text begin. */
    static final double INSET = 16;

    /** How wide the lines of text may be. */
    static final double ROOM = NodeFace.WIDTH - INSET - 8;

    private static final double SIGN_Y = 10;

    @Override
    public double width() {
        return NodeFace.WIDTH + 2 * MARGIN;
    }

    @Override
    public double height() {
        return face.height() + 2 * MARGIN;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        gc.save();
        gc.translate(MARGIN, MARGIN);
        box(gc, ink);
        texts(gc, ink);
        if (face.bypassed() && !face.collapsed()) {
            way(gc, ink);
        }
        if (face.frozen()) {
            Snowflake.paint(gc, ink.tokens.accent());
        }
        face.change().ifPresent(kind -> ChangeSign.paint(gc, ink.tokens, kind, signAt(), SIGN_Y));
        ports(gc, ink);
        gc.restore();
    }

    private void box(GraphicsContext gc, Ink ink) {
        double w = NodeFace.WIDTH;
        double h = face.height();
        shadow(gc, ink, w, h);
        gc.setFill(face.bypassed() ? ink.tokens.background() : ink.tokens.raised());
        gc.fillRoundRect(0, 0, w, h, 2 * RADIUS, 2 * RADIUS);
        if (face.heat() > 0) {
            gc.setFill(ink.warm(face.heat()));
            gc.fillRoundRect(0, 0, w, h, 2 * RADIUS, 2 * RADIUS);
        }
        edge(gc, ink, h);
        gc.setStroke(ink.tokens.line());
        gc.setLineWidth(1);
        gc.strokeRoundRect(0.5, 0.5, w - 1, h - 1, 2 * RADIUS - 1, 2 * RADIUS - 1);
        // The border's left end would lie over the edge: draw the edge's own colour there again.
        edge(gc, ink, h);
    }

    /** The way of what passes through, as a wire has it, but broken. */
    private void way(GraphicsContext gc, Ink ink) {
        gc.setStroke(ink.tokens.muted());
        gc.setLineWidth(1.5);
        gc.setLineDashes(DASHES);
        double from = face.inputs().isEmpty() ? face.outputY() : face.inputY(0);
        gc.strokeLine(EDGE + 2, from, NodeFace.WIDTH - 6, face.outputY());
        gc.setLineDashes();
    }

    private static void shadow(GraphicsContext gc, Ink ink, double w, double h) {
        Color shadow = ink.tokens.shadow();
        double[][] layers = {{3.5, 0.22}, {2, 0.4}, {0.8, 0.6}};
        for (double[] layer : layers) {
            gc.setFill(shadow.deriveColor(0, 1, 1, layer[1]));
            double grow = layer[0] - 0.8;
            gc.fillRoundRect(-grow / 2, layer[0] * 0.9, w + grow, h, 2 * RADIUS + 2, 2 * RADIUS + 2);
        }
    }

    /** The category's colour along the left side, rounded with the box. */
    private void edge(GraphicsContext gc, Ink ink, double h) {
        gc.setFill(ink.tokens.category(face.tone()));
        gc.beginPath();
        gc.moveTo(EDGE, 0);
        gc.lineTo(EDGE, h);
        gc.bezierCurveTo(2, h, 0, h - 2.5, 0, h - 6);
        gc.lineTo(0, 6);
        gc.bezierCurveTo(0, 2.5, 2, 0, EDGE, 0);
        gc.closePath();
        gc.fill();
    }

    private void texts(GraphicsContext gc, Ink ink) {
        if (face.collapsed()) {
            Color colour = face.mark() == NodeFace.Mark.PROBLEM ? ink.tokens.bad() : titleColour(ink);
            String title = ink.fitted(face.title(), ink.titleSmall, titleRoom());
            line(gc, ink, title, ink.titleSmall, colour, 21.5);
            name(gc, ink, ink.width(title, ink.titleSmall), 0, 0, 21.5, 21.5);
            return;
        }
        double top = (face.height() - 76) / 2;
        Lettering titled = ink.width(face.title(), ink.title) <= titleRoom() ? ink.title : ink.titleSmall;
        String title = ink.fitted(face.title(), titled, titleRoom());
        line(gc, ink, title, titled, titleColour(ink), top + 24);
        Lettering summary = face.cost().isPresent()
                ? ink.foot
                : ink.width(face.summary(), ink.summary) <= ROOM ? ink.summary : ink.summarySmall;
        line(gc, ink, ink.fitted(face.summary(), summary, ROOM), summary, quiet(ink), top + 44);
        Lettering footed = face.mark() == NodeFace.Mark.NONE ? ink.foot : ink.footStrong;
        Color colour = switch (face.mark()) {
            case NONE -> quiet(ink);
            case UNFINISHED -> ink.tokens.warn();
            case PROBLEM -> ink.tokens.bad();
        };
        String foot = face.foot(ROOM, ink.width(face.name(), ink.foot), words -> ink.width(words, footed));
        line(gc, ink, foot, footed, colour, top + 63);
        name(gc, ink, ink.width(title, titled), ink.width(foot, footed), ROOM, top + 24, top + 63);
    }

    private static void line(GraphicsContext gc, Ink ink, String text, Lettering style, Color colour, double y) {
        gc.setFill(colour);
        ink.write(gc, text, style, INSET, y);
    }

    private void name(
            GraphicsContext gc, Ink ink, double title, double foot, double room, double titleY, double footY) {
        if (!face.name().isEmpty()) {
            NameSpot.of(ink.width(face.name(), ink.foot), title, titleRoom(), foot, room)
                    .ifPresent(spot -> {
                        gc.setFill(quiet(ink));
                        ink.write(
                                gc,
                                ink.fitted(face.name(), ink.foot, spot.room()),
                                ink.foot,
                                INSET + spot.x(),
                                spot.inTitle() ? titleY : footY);
                    });
        }
    }

    /** On a warm ground what is quiet elsewhere could not be read. */
    private Color quiet(Ink ink) {
        return face.heat() > 0 ? ink.tokens.text() : ink.tokens.muted();
    }

    private Color titleColour(Ink ink) {
        return face.bypassed() ? ink.tokens.muted() : ink.tokens.text();
    }

    private double titleRoom() {
        double snowflake = face.frozen() ? Snowflake.SIDE + 4 : 0;
        return ROOM - snowflake - (face.change().isPresent() ? ChangeSign.SIDE + 2 : 0);
    }

    /** Left of the snowflake where there is one. */
    private double signAt() {
        return NodeFace.WIDTH - ChangeSign.SIDE - 8 - (face.frozen() ? Snowflake.SIDE + 4 : 0);
    }

    private void ports(GraphicsContext gc, Ink ink) {
        for (int i = 0; i < face.inputs().size(); i++) {
            String kind = face.inputs().get(i);
            PortPainter.rest(gc, ink, 0, face.inputY(i), kind);
        }
        if (face.hasOutput()) {
            PortPainter.rest(gc, ink, NodeFace.WIDTH, face.outputY(), face.output());
        }
    }
}
