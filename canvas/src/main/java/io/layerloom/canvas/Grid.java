package io.layerloom.canvas;

/** The dots behind the drawing. */
final class Grid {

    private static final double SPACING = 24;
    private static final double NARROWEST = 14;

    private Grid() {}

    /**
     * Draws them.
     *
     * @param outputScale device pixels for each pixel of the window
     */
    static void paint(Raster raster, Lens lens, double outputScale, int argb) {
        double step = SPACING * lens.scale();
        while (step < NARROWEST * outputScale) {
            step *= 2;
        }
        while (step > 2 * SPACING * outputScale) {
            step /= 2;
        }
        int side = (int) Math.max(1, Math.round(2 * outputScale));
        double left = lens.offsetX() - Math.ceil(lens.offsetX() / step) * step - step;
        double top = lens.offsetY() - Math.ceil(lens.offsetY() / step) * step - step;
        for (double y = top; y < raster.height; y += step) {
            for (double x = left; x < raster.width; x += step) {
                raster.square((int) Math.floor(x + 0.5), (int) Math.floor(y + 0.5), side, argb);
            }
        }
    }
}
