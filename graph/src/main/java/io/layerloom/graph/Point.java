package io.layerloom.graph;

/** A place on the canvas, in its own units; x to the right, y down. */
public record Point(double x, double y) {

    /** The point moved by a distance. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
