package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Where objects may be on a picture: the surest boxes that a region proposal network says on an {@link AnchorGrid}, each region once. Ren, He, Girshick, Sun, Faster R-CNN (2015).
 *
 * <p>What comes in is [5 · anchors, height, width]. What comes out is a sequence with a step for each box, the surest first, [5, boxes]: left, top, right and bottom as parts of the picture, and the
 * probability that an object is there. Of boxes that overlap more than the given part only the surest stays (greedy non-maximum suppression); where fewer are left than the sequence has room for,
 * zeros follow. Equally sure ones keep their order, so the same numbers always give the same boxes.
 *
 * <p>Nothing goes back: as in the paper's approximate joint training the boxes are taken as given, and the region proposal network learns only from its own loss, that of {@link RegionLoss}.
 */
public final class RegionProposals extends ExampleFunction {

    /** What is said of each box: its sides and how sure it is. */
    static final int FEATURES = 5;

    private final int boxes;
    private final double overlap;
    private final double[] anchors;

    /**
     * A layer.
     *
     * @param boxes how many boxes there are for each picture
     * @param overlap from 0 to 1; boxes that overlap more are taken for the same
     * @param anchors width and height of each anchor, in cells
     */
    public RegionProposals(
            @JsonProperty("boxes") int boxes,
            @JsonProperty("overlap") double overlap,
            @JsonProperty("anchors") double... anchors) {
        AnchorGrid.requireAnchors(anchors);
        if (boxes < 1 || !(overlap >= 0 && overlap <= 1)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "At least one box and an overlap from 0 to 1 are needed. Received: %d, %s",
                    boxes,
                    overlap));
        }
        this.boxes = boxes;
        this.overlap = overlap;
        this.anchors = anchors.clone();
    }

    @Override
    protected double[] result(double[][] in, long[][] sizes) {
        AnchorGrid grid = new AnchorGrid((int) sizes[0][1], (int) sizes[0][2], anchors);
        List<Detection> kept = kept(grid, in[0]);
        double[] out = new double[FEATURES * boxes];
        for (int i = 0; i < kept.size(); i++) {
            Box box = kept.get(i).box();
            double[] features = {
                box.left(), box.top(), box.right(), box.bottom(), kept.get(i).confidence()
            };
            for (int feature = 0; feature < FEATURES; feature++) {
                out[feature * boxes + i] = features[feature];
            }
        }
        return out;
    }

    private List<Detection> kept(AnchorGrid grid, double[] numbers) {
        int[] surest = IntStream.range(0, grid.places())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -numbers[grid.objectness(place)]))
                .mapToInt(place -> place)
                .toArray();
        List<Detection> kept = new ArrayList<>();
        for (int i = 0; i < surest.length && kept.size() < boxes; i++) {
            Box box = grid.box(numbers, surest[i]);
            if (box.area() > 0 && kept.stream().noneMatch(one -> one.box().overlap(box) > overlap)) {
                kept.add(new Detection(box, Likelihood.sigmoid(numbers[grid.objectness(surest[i])])));
            }
        }
        return kept;
    }

    /** Nothing: the boxes are taken as given. */
    @Override
    protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {}

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {FEATURES, boxes};
    }

    /** A box of a sequence of so many, whose numbers begin somewhere; its class is 0. */
    static Box box(double[] numbers, int from, int boxes, int number) {
        int at = from + number;
        return new Box(0, numbers[at], numbers[at + boxes], numbers[at + 2 * boxes], numbers[at + 3 * boxes]);
    }

    public int getBoxes() {
        return boxes;
    }

    public double getOverlap() {
        return overlap;
    }

    public double[] getAnchors() {
        return anchors.clone();
    }

    @Override
    public String toString() {
        StringBuilder call = new StringBuilder("RegionProposals(" + boxes + ", " + overlap);
        for (double side : anchors) {
            call.append(", ").append(side);
        }
        return call.append(")").toString();
    }
}
