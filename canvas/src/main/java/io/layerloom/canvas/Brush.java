package io.layerloom.canvas;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * All that one frame is drawn with.
 *
 * @param sprites pictures as large as the view shows them
 * @param signs pictures that have one size on the screen
 */
record Brush(
        Raster raster, Outlines outlines, Sprites sprites, Sprites signs, Ink ink, Lens lens, Painter.Frame frame) {

    /** The same, seen through another lens. */
    Brush through(Lens other) {
        return new Brush(raster, outlines, sprites, signs, ink, other, frame);
    }

    /** The part of the world in sight. */
    Box sight() {
        return lens.sight(raster.width, raster.height);
    }

    /** Pixels of the window for each unit of the plane. */
    double zoom() {
        return frame.view().scale();
    }

    /** The zoom by which it is chosen how much is drawn, see {@link Viewport#zoom}. */
    double detail() {
        return frame.view().zoom();
    }

    /** A length in pixels of the window, in device pixels. */
    double pixels(double length) {
        return length * frame.outputScale();
    }

    /** Where something begins that is drawn pixel for pixel; while the zoom moves, anywhere between pixels. */
    double snap(double at) {
        return frame.zooming() ? at : Math.floor(at + 0.5);
    }

    /** Has the pictures made that {@link #press} draws. */
    void prepare(List<Stamp> stamps) {
        stamps.forEach(stamp -> sprites.want(stamp.picture()));
        sprites.make();
    }

    void press(Stamp stamp) {
        sprites.draw(raster, stamp.picture(), snap(lens.x(stamp.x())), snap(lens.y(stamp.y())), stamp.opacity());
    }

    void fill(Color colour) {
        outlines.fill(Raster.argb(colour));
    }

    void fill(Color colour, double opacity) {
        outlines.fill(Raster.argb(colour.deriveColor(0, 1, 1, opacity)));
    }
}
