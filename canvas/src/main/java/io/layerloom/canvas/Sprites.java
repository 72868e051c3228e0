package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Pictures turned into pixels once and copied from then on. What a frame misses is drawn into one shared sheet after the frame, a bounded number at a time; until then the
 * picture is drawn directly, or scaled from another zoom while the zoom is still moving.
 */
final class Sprites {

    private static final double SHEET = 2048;
    private static final int PER_FRAME = 96;
    private static final int MOST_SHEETS = 8;
    private static final double GAP = 2;

    /** Beyond this zoom few nodes are in sight and each would fill a good part of a sheet. */
    private static final double LARGEST = 2;

    /** While zooming, sprites of up to this many times another size are scaled before new ones are made. */
    private static final double STRETCH = 1.7;

    private record Sprite(WritableImage sheet, double x, double y, double width, double height, double scale) {}

    private final Ink ink;
    private Map<Picture, Sprite> current = new HashMap<>();
    private Map<Picture, Sprite> former = Map.of();
    private final Set<Picture> missing = new LinkedHashSet<>();
    private double pixelsPerUnit;
    private int sheets;

    Sprites(Ink ink) {
        this.ink = ink;
    }

    /**
     * Begins a frame.
     *
     * @param pixels device pixels for each world unit
     * @param zooming whether the zoom is about to change again, so that sprites of another zoom may be scaled
     */
    void begin(double pixels, boolean zooming) {
        double ratio = pixels / pixelsPerUnit;
        boolean near = ratio < STRETCH && ratio > 1 / STRETCH;
        if (pixels == pixelsPerUnit || (zooming && near && !current.isEmpty())) {
            return;
        }
        former = current.isEmpty() ? former : current;
        current = new HashMap<>();
        sheets = 0;
        pixelsPerUnit = pixels;
    }

    /** Forgets everything, because colours changed. */
    void clear() {
        current.clear();
        former = Map.of();
        sheets = 0;
    }

    /** Draws a picture into a box on the screen. */
    void draw(GraphicsContext gc, Picture picture, double x, double y, double scale) {
        if (scale > LARGEST) {
            direct(gc, picture, x, y, scale);
            return;
        }
        Sprite sprite = current.get(picture);
        if (sprite == null) {
            missing.add(picture);
            sprite = former.get(picture);
        }
        if (sprite == null) {
            direct(gc, picture, x, y, scale);
        } else {
            double w = sprite.width / sprite.scale * scale;
            double h = sprite.height / sprite.scale * scale;
            gc.drawImage(sprite.sheet, sprite.x, sprite.y, sprite.width, sprite.height, x, y, w, h);
        }
    }

    /** Draws a picture without keeping its pixels. */
    void direct(GraphicsContext gc, Picture picture, double x, double y, double scale) {
        gc.save();
        gc.translate(x, y);
        gc.scale(scale, scale);
        picture.paint(gc, ink);
        gc.restore();
    }

    /**
     * Ends a frame: turns what it missed into pixels.
     *
     * @return whether another frame would look better
     */
    boolean end() {
        if (missing.isEmpty()) {
            return false;
        }
        if (sheets >= MOST_SHEETS) {
            clear();
        }
        render(new ArrayList<>(missing).subList(0, Math.min(PER_FRAME, missing.size())));
        missing.clear();
        return true;
    }

    private void render(List<Picture> batch) {
        Map<Picture, double[]> places = new HashMap<>();
        double x = 0;
        double y = 0;
        double row = 0;
        double widest = 1;
        for (Picture picture : batch) {
            double w = Math.ceil(picture.width() * pixelsPerUnit);
            double h = Math.ceil(picture.height() * pixelsPerUnit);
            if (w > SHEET || h > SHEET) {
                continue;
            }
            if (x + w > SHEET) {
                x = 0;
                y += row + GAP;
                row = 0;
            }
            if (y + h > SHEET) {
                break;
            }
            places.put(picture, new double[] {x, y});
            x += w + GAP;
            widest = Math.max(widest, x);
            row = Math.max(row, h);
        }
        if (!places.isEmpty()) {
            keep(places, sheet(places, widest, y + row));
        }
    }

    private WritableImage sheet(Map<Picture, double[]> places, double width, double height) {
        Canvas canvas = new Canvas(Math.ceil(width), Math.ceil(height));
        GraphicsContext gc = canvas.getGraphicsContext2D();
        places.forEach((picture, at) -> {
            gc.save();
            gc.translate(at[0], at[1]);
            gc.scale(pixelsPerUnit, pixelsPerUnit);
            picture.paint(gc, ink);
            gc.restore();
        });
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        sheets++;
        return canvas.snapshot(clear, null);
    }

    private void keep(Map<Picture, double[]> places, WritableImage sheet) {
        places.forEach((picture, at) -> current.put(
                picture,
                new Sprite(
                        sheet,
                        at[0],
                        at[1],
                        picture.width() * pixelsPerUnit,
                        picture.height() * pixelsPerUnit,
                        pixelsPerUnit)));
    }
}
