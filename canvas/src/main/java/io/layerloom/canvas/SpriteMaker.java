package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Has the toolkit draw pictures, many at once on a sheet, and makes sprites of them. */
final class SpriteMaker {

    /** Longest side of a sheet, in pixels. */
    private static final int SHEET = 2048;

    private final Ink ink;

    SpriteMaker(Ink ink) {
        this.ink = ink;
    }

    /** One side of a sprite, in pixels. */
    static int side(double units, double scale) {
        return (int) Math.ceil(units * scale - 1e-6) + 2 * Sprite.PAD;
    }

    private record Place(Picture picture, int x, int y, int width, int height) {}

    /**
     * Makes a sprite of each picture: they are laid out in rows, on as many sheets as are needed.
     *
     * @param scale pixels for each world unit
     */
    void make(Iterable<Picture> pictures, double scale, BiConsumer<Picture, Sprite> made) {
        List<Place> places = new ArrayList<>();
        int x = 0;
        int y = 0;
        int row = 0;
        for (Picture picture : pictures) {
            int width = side(picture.width(), scale);
            int height = side(picture.height(), scale);
            if (x + width > SHEET && x > 0) {
                x = 0;
                y += row;
                row = 0;
            }
            if (y + height > SHEET && !places.isEmpty()) {
                sheet(places, scale, made);
                places.clear();
                x = 0;
                y = 0;
                row = 0;
            }
            places.add(new Place(picture, x, y, width, height));
            x += width;
            row = Math.max(row, height);
        }
        if (!places.isEmpty()) {
            sheet(places, scale, made);
        }
    }

    /** Draws some pictures in their places, and cuts the sheet up. */
    private void sheet(List<Place> places, double scale, BiConsumer<Picture, Sprite> made) {
        int right = 0;
        int bottom = 0;
        for (Place place : places) {
            right = Math.max(right, place.x + place.width);
            bottom = Math.max(bottom, place.y + place.height);
        }
        Canvas canvas = new Canvas(right, bottom);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        places.forEach(place -> paint(gc, place.picture, place.x + Sprite.PAD, place.y + Sprite.PAD, scale));
        WritableImage sheet = image(canvas);
        for (Place place : places) {
            int[] pixels = pixels(sheet, place.x, place.y, place.width, place.height);
            made.accept(place.picture, Sprite.of(pixels, place.width, place.height, scale));
        }
    }

    /** A part of a picture whose upper left corner lies at a place, as seen through a window of this size. */
    Sprite part(Picture picture, double x, double y, int width, int height, double scale) {
        Canvas canvas = new Canvas(width, height);
        paint(canvas.getGraphicsContext2D(), picture, x, y, scale);
        return Sprite.of(pixels(image(canvas), 0, 0, width, height), width, height, scale);
    }

    private void paint(GraphicsContext gc, Picture picture, double x, double y, double scale) {
        gc.save();
        gc.translate(x, y);
        gc.scale(scale, scale);
        picture.paint(gc, ink);
        gc.restore();
    }

    private static WritableImage image(Canvas canvas) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    private static int[] pixels(WritableImage sheet, int x, int y, int width, int height) {
        int[] pixels = new int[width * height];
        sheet.getPixelReader().getPixels(x, y, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return pixels;
    }
}
