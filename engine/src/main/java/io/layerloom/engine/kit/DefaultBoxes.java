package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.Arrays;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The boxes that a feature map of a single shot detector starts from: Liu, Anguelov, Erhan, Szegedy, Reed, Fu, Berg, SSD (2016), section 2.2. Around the middle of each cell lie, in this order, a
 * square of the map's scale, a square between it and the scale of the next map (their geometric mean), and for each aspect ratio r one box √r times as wide and as low, and one √r times as high and as
 * narrow. Scales are parts of the picture's sides. Boxes may reach beyond the picture.
 */
public final class DefaultBoxes implements Serializable {

    private static final long serialVersionUID = 1;

    /** How many boxes a cell has that are squares. */
    private static final int SQUARES = 2;

    private final int height;
    private final int width;
    private final double scale;
    private final double next;
    private final double[] ratios;

    /**
     * The boxes of a map.
     *
     * @param height rows of cells
     * @param width columns of cells
     * @param scale of the boxes of this map
     * @param next the scale of the map behind it, or where that would be
     * @param ratios above 1
     */
    public DefaultBoxes(
            @JsonProperty("height") int height,
            @JsonProperty("width") int width,
            @JsonProperty("scale") double scale,
            @JsonProperty("next") double next,
            @JsonProperty("ratios") double... ratios) {
        if (Math.min(height, width) < 1
                || !(Math.min(scale, next) > 0)
                || Arrays.stream(ratios).anyMatch(ratio -> !(ratio > 1))) {
            throw new IllegalArgumentException(
                    "Default boxes need rows, columns, two scales above 0, and aspect ratios above 1. Received: %d, %d, %s, %s, %s"
                            .formatted(height, width, scale, next, Arrays.toString(ratios)));
        }
        this.height = height;
        this.width = width;
        this.scale = scale;
        this.next = next;
        this.ratios = ratios.clone();
    }

    /** How many cells there are. */
    int cells() {
        return height * width;
    }

    /** How many boxes there are, in all cells together. */
    int places() {
        return (SQUARES + 2 * ratios.length) * cells();
    }

    /** The box at a place, of class 0: places are counted form by form, and then row by row. */
    Box box(int place) {
        int form = place / cells();
        int ratio = (form - SQUARES) / 2;
        double stretch = form < SQUARES ? 1 : Math.sqrt(ratios[ratio]);
        double side = form == 1 ? Math.sqrt(scale * next) : scale;
        boolean lying = form % 2 == 0;
        double x = (place % width + 0.5) / width;
        double y = (place % cells() / width + 0.5) / height;
        double across = (lying ? side * stretch : side / stretch) / 2;
        double down = (lying ? side / stretch : side * stretch) / 2;
        return new Box(0, x - across, y - down, x + across, y + down);
    }

    public int getHeight() {
        return height;
    }

    public int getWidth() {
        return width;
    }

    public double getScale() {
        return scale;
    }

    public double getNext() {
        return next;
    }

    public double[] getRatios() {
        return ratios.clone();
    }

    /** The constructor call that makes these boxes. */
    @Override
    public String toString() {
        return "DefaultBoxes(%d, %d, %s, %s, %s)".formatted(height, width, scale, next, Arrays.toString(ratios));
    }
}
