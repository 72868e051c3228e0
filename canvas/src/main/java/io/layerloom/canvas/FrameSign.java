package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.themes.Measure;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/**
 * The title of a frame from afar, where its own letters would be too small: always of the same size on the screen. Its picture is measured in pixels of the window at text of 100 %, so that it is made once for all
 * scales of the view.
 *
 * @param text as much of the title as fits
 * @param width of the picture
 * @param above whether it sticks out above the frame, over whatever lies there, because the strip of the frame is too low
 */
record FrameSign(String text, double width, boolean above) implements Picture {

    private static final double HEIGHT = 14;
    private static final double BASE = 11;
    private static final double INSET = 4;

    /** Less would not show enough of a title to tell it. */
    private static final double LEAST = 24;

    /** Whether the letters of titles are too small at this scale of the view. */
    static boolean isNeeded(double zoom) {
        return Lettering.TITLE.size() * zoom < Measure.text(Lettering.SIGN.size());
    }

    private static boolean isAbove(double zoom) {
        return isNeeded(zoom) && FrameGesture.TITLE * zoom < Measure.text(HEIGHT);
    }

    /** The part of the world in which a frame can be taken by its title. */
    static Box strip(Frame frame, double zoom) {
        double above = isAbove(zoom) && hasRoom(frame, zoom) ? Measure.text(HEIGHT) / zoom - FrameGesture.TITLE : 0;
        return new Box(frame.x(), frame.y() - above, frame.width(), above + FrameGesture.TITLE);
    }

    private static double room(Frame frame, double zoom) {
        return frame.width() * zoom / Measure.text(1) - 2 * INSET;
    }

    private static boolean hasRoom(Frame frame, double zoom) {
        return !frame.title().isEmpty() && room(frame, zoom) >= LEAST;
    }

    /** The part of the world that a frame covers with its title. */
    static Box area(Frame frame, double zoom) {
        return FrameGesture.box(frame).union(strip(frame, zoom));
    }

    /** The sign of a frame, if it has room for one. */
    static Optional<FrameSign> of(Frame frame, double zoom, Ink ink) {
        if (!hasRoom(frame, zoom)) {
            return Optional.empty();
        }
        String fitted = ink.fitted(frame.title(), Lettering.SIGN, room(frame, zoom));
        return Optional.of(
                new FrameSign(fitted, Math.ceil(ink.width(fitted, Lettering.SIGN)) + 2 * INSET, isAbove(zoom)));
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        if (above) {
            gc.setFill(ink.tokens.background().deriveColor(0, 1, 1, 0.85));
            gc.fillRoundRect(0, 0, width, HEIGHT, 6, 6);
        }
        gc.setFill(ink.tokens.muted());
        ink.write(gc, text, Lettering.SIGN, INSET, BASE);
    }
}
