package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;

/** The title of a frame, cut to the room that it has. */
record FrameTitlePicture(String text, double width) implements Picture {

    static final double INSET = 12;

    private static final double BASE = 21;

    static FrameTitlePicture of(String title, double room, Ink ink) {
        String fitted = ink.fitted(title, ink.title, room - 2 * INSET);
        return new FrameTitlePicture(fitted, INSET + Math.ceil(ink.width(fitted, ink.title)) + 2);
    }

    @Override
    public double height() {
        return FrameGesture.TITLE;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        gc.setFill(ink.tokens.muted());
        ink.write(gc, text, ink.title, INSET, BASE);
    }
}
