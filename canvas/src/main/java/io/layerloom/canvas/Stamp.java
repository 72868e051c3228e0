package io.layerloom.canvas;

/**
 * A picture in its place in the world.
 *
 * @param opacity 0 to {@link #SOLID}
 */
record Stamp(Picture picture, double x, double y, int opacity) {

    /** Nothing shines through. */
    static final int SOLID = 256;
}
