package io.layerloom.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The dots behind the drawing: one tile of pixels, copied side by side. */
final class Grid {

    private static final double SPACING = 24;
    private static final double NARROWEST = 14;
    private static final int DOTS = 12;

    private @Nullable WritableImage tile;
    private double tilePixels;
    private double tileDots;
    private @Nullable Color tileColour;

    void paint(GraphicsContext gc, Viewport view, double width, double height, double outputScale, Color colour) {
        double step = SPACING * view.scale();
        while (step < NARROWEST) {
            step *= 2;
        }
        while (step > 2 * SPACING) {
            step /= 2;
        }
        WritableImage image = tile(step * outputScale, outputScale, colour);
        double side = step * DOTS;
        double shown = tilePixels / outputScale;
        double left = Math.IEEEremainder(view.offsetX(), side) - side;
        double top = Math.IEEEremainder(view.offsetY(), side) - side;
        for (double y = top; y < height; y += side) {
            for (double x = left; x < width; x += side) {
                gc.drawImage(image, snap(x, outputScale), snap(y, outputScale), shown, shown);
            }
        }
    }

    private static double snap(double at, double outputScale) {
        return Math.round(at * outputScale) / outputScale;
    }

    private WritableImage tile(double dots, double outputScale, Color colour) {
        if (tile != null && dots == tileDots && colour.equals(tileColour)) {
            return tile;
        }
        int side = (int) Math.ceil(dots * DOTS);
        WritableImage image = new WritableImage(side, side);
        PixelWriter pixels = image.getPixelWriter();
        int dot = (int) Math.round(2 * outputScale);
        for (int row = 0; row < DOTS; row++) {
            for (int column = 0; column < DOTS; column++) {
                square(pixels, (int) (column * dots), (int) (row * dots), dot, colour);
            }
        }
        tile = image;
        tilePixels = side;
        tileDots = dots;
        tileColour = colour;
        return image;
    }

    private static void square(PixelWriter pixels, int x, int y, int side, Color colour) {
        for (int dy = 0; dy < side; dy++) {
            for (int dx = 0; dx < side; dx++) {
                pixels.setColor(x + dx, y + dy, colour);
            }
        }
    }
}
