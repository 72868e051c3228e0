package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;

/** A port at rest. */
record PortPicture(String kind) implements Picture {

    static final double SIDE = 14;

    @Override
    public double width() {
        return SIDE;
    }

    @Override
    public double height() {
        return SIDE;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        PortPainter.rest(gc, ink, SIDE / 2, SIDE / 2, kind);
    }
}
