package io.layerloom.app.window;

import io.layerloom.engine.LayerOutput;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/** One plane of numbers as a picture: zero has the colour of the panel, positive numbers go towards that of text, negative ones towards the accent. */
final class PlanePicture extends ImageView {

    private static final int SIDE = 168;

    private final LayerOutput.Grid grid;
    private final double scale;

    /**
     * A plane, large enough for {@code room} pixels.
     *
     * @param most the magnitude that has the full colour
     */
    PlanePicture(LayerOutput.Grid grid, int plane, float most, double room) {
        this.grid = grid;
        int width = Math.max(1, grid.width());
        int height = Math.max(1, grid.height());
        scale = Math.min(room, SIDE) / Math.max(width, height);
        setImage(image(grid, plane, most, Math.max(1, (int) Math.ceil(scale))));
        setFitWidth(Math.max(1, scale * width));
        setFitHeight(Math.max(1, scale * height));
        setSmooth(scale < 1);
    }

    /** Each number as a square of whole pixels, so that its edges stay sharp. */
    private static WritableImage image(LayerOutput.Grid grid, int plane, float most, int cell) {
        Tokens tokens = Themes.tokens();
        WritableImage image = new WritableImage(grid.width() * cell, grid.height() * cell);
        PixelWriter out = image.getPixelWriter();
        for (int y = 0; y < grid.height() * cell; y++) {
            for (int x = 0; x < grid.width() * cell; x++) {
                out.setColor(x, y, colour(tokens, grid.at(plane, y / cell, x / cell), most));
            }
        }
        return image;
    }

    private static Color colour(Tokens tokens, float value, float most) {
        if (!Float.isFinite(value)) {
            return tokens.bad();
        }
        double part = most == 0 ? 0 : Math.min(1, Math.abs(value) / most);
        return tokens.raised().interpolate(value < 0 ? tokens.accent() : tokens.text(), part);
    }

    /** The row and column under the pointer. */
    Optional<int[]> cell(MouseEvent event) {
        int row = (int) (event.getY() / scale);
        int column = (int) (event.getX() / scale);
        boolean within = row >= 0 && row < grid.height() && column >= 0 && column < grid.width();
        return within ? Optional.of(new int[] {row, column}) : Optional.empty();
    }
}
