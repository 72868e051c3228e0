package io.layerloom.canvas;

/**
 * The way from the plane to the pixels of the window: {@code pixel = world · scale + offset}. Unlike a {@link Viewport} it counts device pixels, which a high-resolution screen has several of for each unit.
 *
 * @param scale device pixels for each world unit
 */
record Lens(double scale, double offsetX, double offsetY) {

    static Lens of(Viewport view, double outputScale) {
        return new Lens(view.scale() * outputScale, view.offsetX() * outputScale, view.offsetY() * outputScale);
    }

    double x(double worldX) {
        return worldX * scale + offsetX;
    }

    double y(double worldY) {
        return worldY * scale + offsetY;
    }

    Box box(Box world) {
        return new Box(x(world.x()), y(world.y()), world.width() * scale, world.height() * scale);
    }

    /** The part of the world behind so many pixels. */
    Box sight(int width, int height) {
        return new Box(-offsetX / scale, -offsetY / scale, width / scale, height / scale);
    }

    /** The same, with the origin on a whole pixel: while a drawing is only moved, all of it keeps its place among the pixels. */
    Lens snapped() {
        return new Lens(scale, Math.rint(offsetX), Math.rint(offsetY));
    }

    /** What it shows when the world is shifted. */
    Lens shifted(double dx, double dy) {
        return new Lens(scale, offsetX + dx * scale, offsetY + dy * scale);
    }
}
