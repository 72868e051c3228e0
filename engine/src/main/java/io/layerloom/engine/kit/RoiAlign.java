package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What a feature map says within each of some boxes, whatever their size: He, Gkioxari, Dollár, Girshick, Mask R-CNN (2017). A box is divided into bins, and a bin is the mean of the map at a few
 * points spread evenly over it, each between its four neighbours by bilinear interpolation; nothing is rounded. Beyond the middles of the outermost cells the map goes on as it ends.
 *
 * <p>The first input is the map, [channels, height, width]; the second the boxes as a sequence, whose first four features are left, top, right and bottom as parts of the picture. The result is a
 * sequence with a step for each box, [channels · bins · bins, boxes]: all bins of a channel row by row, then those of the next one. A box without area, which stands where there are fewer than the
 * sequence has room for, gives zeros.
 *
 * <p>Only the map gets a gradient. The boxes get none, as in Faster R-CNN: they are taken as given.
 */
public final class RoiAlign extends ExampleFunction {

    private final int bins;
    private final int points;

    /**
     * A layer.
     *
     * @param bins into how many bins each side of a box is divided
     * @param points at how many places along each side of a bin the map is read
     */
    public RoiAlign(@JsonProperty("bins") int bins, @JsonProperty("points") int points) {
        if (bins < 1 || points < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Bins and points are at least 1. Received: %d and %d", bins, points));
        }
        this.bins = bins;
        this.points = points;
    }

    /** A cell that a bin reads, and how much it counts there. */
    private record Reading(int bin, int cell, double weight) {}

    @Override
    protected double[] result(double[][] in, long[][] sizes) {
        int channels = (int) sizes[0][0];
        int cells = in[0].length / channels;
        int boxes = (int) sizes[1][1];
        double[] out = new double[channels * bins * bins * boxes];
        for (int box = 0; box < boxes; box++) {
            for (Reading one : readings(box, in[1], sizes)) {
                for (int channel = 0; channel < channels; channel++) {
                    out[at(channel, one.bin, box, boxes)] += one.weight * in[0][channel * cells + one.cell];
                }
            }
        }
        return out;
    }

    @Override
    protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {
        int channels = (int) sizes[0][0];
        int cells = in[0].length / channels;
        int boxes = (int) sizes[1][1];
        for (int box = 0; box < boxes; box++) {
            for (Reading one : readings(box, in[1], sizes)) {
                for (int channel = 0; channel < channels; channel++) {
                    back[0][channel * cells + one.cell] += one.weight * slopes[at(channel, one.bin, box, boxes)];
                }
            }
        }
    }

    private int at(int channel, int bin, int box, int boxes) {
        return (channel * bins * bins + bin) * boxes + box;
    }

    /** The cells that the bins of a box read; the weights of a bin add up to 1. */
    private List<Reading> readings(int number, double[] boxes, long[][] sizes) {
        Box box = RegionProposals.box(boxes, 0, (int) sizes[1][1], number);
        List<Reading> all = new ArrayList<>();
        if (box.area() > 0) {
            int height = (int) sizes[0][1];
            int width = (int) sizes[0][2];
            int along = bins * points;
            for (int row = 0; row < along; row++) {
                double y = place(box.top(), box.bottom(), (row + 0.5) / along, height);
                for (int column = 0; column < along; column++) {
                    double x = place(box.left(), box.right(), (column + 0.5) / along, width);
                    read(row / points * bins + column / points, y, x, height, width, all);
                }
            }
        }
        return all;
    }

    /** Where a part of a side lies, counted in cells from the middle of the first one to that of the last one. */
    private static double place(double from, double to, double part, int cells) {
        double place = (from + part * (to - from)) * cells - 0.5;
        return Math.max(0, Math.min(cells - 1, place));
    }

    /** Adds the neighbours of one point of a bin. */
    private void read(int bin, double y, double x, int height, int width, List<Reading> all) {
        for (int row = (int) y; row <= Math.min((int) y + 1, height - 1); row++) {
            for (int column = (int) x; column <= Math.min((int) x + 1, width - 1); column++) {
                double weight = (1 - Math.abs(y - row)) * (1 - Math.abs(x - column));
                all.add(new Reading(bin, row * width + column, weight / (points * points)));
            }
        }
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][0] * bins * bins, in[1][1]};
    }

    public int getBins() {
        return bins;
    }

    public int getPoints() {
        return points;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public String toString() {
        return "RoiAlign(" + bins + ", " + points + ")";
    }
}
