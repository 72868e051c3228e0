package io.layerloom.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/**
 * Puts a raster on the screen: as squares, of which only those are handed to the toolkit whose pixels changed. Each has two images in turn, because the toolkit still reads the one while the other is written.
 */
final class Mosaic extends Pane {

    /** Side of a square in device pixels. */
    private static final int SIDE = 256;

    private final List<Cell> cells = new ArrayList<>();
    private Raster raster = new Raster(1, 1);
    private double outputScale;

    Mosaic() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What to draw on for a window of this size. */
    Raster raster(double width, double height, double newScale) {
        int w = (int) Math.max(1, Math.ceil(width * newScale - 1e-6));
        int h = (int) Math.max(1, Math.ceil(height * newScale - 1e-6));
        if (raster.width != w || raster.height != h || outputScale != newScale) {
            raster = new Raster(w, h);
            outputScale = newScale;
            cut();
        }
        return raster;
    }

    private void cut() {
        cells.clear();
        for (int y = 0; y < raster.height; y += SIDE) {
            for (int x = 0; x < raster.width; x += SIDE) {
                cells.add(new Cell(x, y, Math.min(SIDE, raster.width - x), Math.min(SIDE, raster.height - y)));
            }
        }
        getChildren().setAll(cells.stream().map(cell -> cell.view).toList());
    }

    /** Shows what the raster holds now; {@code changed} is where it may differ from what it held before, in pixels. */
    void show(Optional<Box> changed) {
        for (Cell cell : cells) {
            if (changed.isEmpty() || changed.get().overlaps(cell.box)) {
                cell.show();
            }
        }
    }

    private static final class Sheet {
        private final int[] pixels;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Sheet(int width, int height) {
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    private final class Cell {
        private final int x;
        private final int y;
        private final int width;
        private final int height;
        private final Box box;
        private final ImageView view = new ImageView();
        private Sheet front;
        private Sheet back;

        Cell(int x, int y, int width, int height) {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
            box = new Box(x, y, width, height);
            front = new Sheet(width, height);
            back = new Sheet(width, height);
            view.setImage(front.image);
            view.setSmooth(false);
            view.setFitWidth(width / outputScale);
            view.setFitHeight(height / outputScale);
            view.relocate(x / outputScale, y / outputScale);
        }

        void show() {
            if (isShown()) {
                return;
            }
            for (int row = 0; row < height; row++) {
                System.arraycopy(raster.pixels, (y + row) * raster.width + x, back.pixels, row * width, width);
            }
            back.buffer.updateBuffer(buffer -> null);
            view.setImage(back.image);
            Sheet former = front;
            front = back;
            back = former;
        }

        private boolean isShown() {
            for (int row = 0; row < height; row++) {
                int from = (y + row) * raster.width + x;
                if (!Arrays.equals(raster.pixels, from, from + width, front.pixels, row * width, (row + 1) * width)) {
                    return false;
                }
            }
            return true;
        }
    }
}
