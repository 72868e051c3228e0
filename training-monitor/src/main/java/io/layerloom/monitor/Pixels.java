package io.layerloom.monitor;

import io.layerloom.engine.Example;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of data sets as images of the screen. */
public final class Pixels {

    private Pixels() {}

    /** A picture of one channel in greys, of three or more in the colours of its first three. */
    public static Image image(Example.Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int[] argb = new int[width * height];
        for (int at = 0; at < argb.length; at++) {
            int red = level(picture, 0, at);
            int green = picture.channels() >= 3 ? level(picture, 1, at) : red;
            int blue = picture.channels() >= 3 ? level(picture, 2, at) : red;
            argb[at] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    private static int level(Example.Picture picture, int channel, int at) {
        float value = picture.pixels()[channel * picture.width() * picture.height() + at];
        return Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
