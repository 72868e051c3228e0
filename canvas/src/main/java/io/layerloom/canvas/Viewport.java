package io.layerloom.canvas;

import io.layerloom.graph.Point;
import io.layerloom.themes.Measure;

/**
 * Which part of the endless plane the window shows, and how large: {@code screen = world · scale + offset}.
 *
 * @param scale pixels of the window for each unit of the plane; always between {@link #LEAST} and {@link #MAX}
 */
record Viewport(double scale, double offsetX, double offsetY) {

    /** 10 %: as far as a person zooms out. */
    static final double MIN = 0.1;

    /** 0.1 %: as far as a network that is too large for {@link #MIN} is shown as a whole. */
    static final double LEAST = 0.001;

    /** 500 %. */
    static final double MAX = 5;

    /** 100 %, the origin in the upper left corner. */
    static final Viewport INITIAL = new Viewport(1, 0, 0);

    Viewport {
        scale = Math.max(LEAST, Math.min(MAX, scale));
    }

    /** The scale as people see it: 1 means that text in the drawing is as large as around it, in whatever size they read it. */
    double zoom() {
        return scale / Measure.text(1);
    }

    double screenX(double x) {
        return x * scale + offsetX;
    }

    double screenY(double y) {
        return y * scale + offsetY;
    }

    Point toScreen(Point world) {
        return new Point(screenX(world.x()), screenY(world.y()));
    }

    Box toScreen(Box world) {
        return new Box(screenX(world.x()), screenY(world.y()), world.width() * scale, world.height() * scale);
    }

    Point toWorld(double screenX, double screenY) {
        return new Point((screenX - offsetX) / scale, (screenY - offsetY) / scale);
    }

    /** The part of the world behind a window of this size. */
    Box visible(double width, double height) {
        return new Box(-offsetX / scale, -offsetY / scale, width / scale, height / scale);
    }

    /** Shifted by a distance on the screen. */
    Viewport panned(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy);
    }

    /** Another scale; what lies under this point of the screen stays there. A view that is smaller than {@link #MIN} gets no smaller. */
    Viewport zoomed(double newScale, double screenX, double screenY) {
        double bounded = Math.max(Math.min(MIN, scale), Math.min(MAX, newScale));
        double factor = bounded / scale;
        return new Viewport(bounded, screenX - (screenX - offsetX) * factor, screenY - (screenY - offsetY) * factor);
    }

    /** This world point in the middle of a window of this size. */
    Viewport centred(Point world, double width, double height) {
        return new Viewport(scale, width / 2 - world.x() * scale, height / 2 - world.y() * scale);
    }

    /** The largest view of the whole box in a window of this size, not above {@code most}, with margins on the screen. */
    static Viewport fitting(Box world, double width, double height, double beside, double above, double most) {
        double fit = Math.min(
                (width - 2 * beside) / Math.max(1, world.width()), (height - 2 * above) / Math.max(1, world.height()));
        return new Viewport(Math.min(most, fit), 0, 0)
                .centred(new Point(world.centreX(), world.centreY()), width, height);
    }
}
