package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;

/** Something small that is drawn often and always looks the same: equal pictures share one sprite. */
interface Picture {

    /** Width in world units, with all that sticks out. */
    double width();

    /** Height in world units. */
    double height();

    /** Draws it with its upper left corner at the origin, in world units. */
    void paint(GraphicsContext gc, Ink ink);

    /** Whether many things that are in sight at once look like this. */
    default boolean isCommon() {
        return false;
    }
}
