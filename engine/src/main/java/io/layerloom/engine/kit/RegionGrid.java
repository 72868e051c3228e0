package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a network of two stages says where objects are: Ren, He, Girshick, Sun, Faster R-CNN (2015). The numbers of a picture lie in one row:
 *
 * <ol>
 *   <li>what a region proposal network says of the anchors, as {@link AnchorGrid} has it;
 *   <li>the regions that follow from it, as {@link RegionProposals} gives them: [5, regions];
 *   <li>what the head says of each region, [1 + classes + 4, regions]: a score for "no object" and for each class, before their softmax, and the offsets of the object's box from the region, the
 *       same whichever class it is of. As in the paper's code these are counted in {@linkplain BoxOffsets#spread tenths and fifths}, so that they are numbers of the size of 1.
 * </ol>
 */
final class RegionGrid implements Serializable {

    private static final long serialVersionUID = 1;

    private final AnchorGrid anchors;
    private final int classes;
    private final int regions;

    /**
     * A grid.
     *
     * @param classes how many classes are told apart
     * @param regions how many regions are looked at
     */
    RegionGrid(AnchorGrid anchors, int classes, int regions) {
        if (Math.min(classes, regions) < 1) {
            throw new IllegalArgumentException(
                    "At least one class and one region are needed. Received: %d, %d".formatted(classes, regions));
        }
        this.anchors = anchors;
        this.classes = classes;
        this.regions = regions;
    }

    AnchorGrid anchors() {
        return anchors;
    }

    int classes() {
        return classes;
    }

    int regions() {
        return regions;
    }

    /** How many numbers stand for a picture. */
    int size() {
        return head() + (1 + classes + BoxOffsets.COUNT) * regions;
    }

    /** Where what the head says begins. */
    private int head() {
        return anchors.size() + RegionProposals.FEATURES * regions;
    }

    /** A region; it has no area where there are fewer than there is room for. */
    Box region(double[] numbers, int region) {
        return RegionProposals.box(numbers, anchors.size(), regions, region);
    }

    /** Where the score of a region for an outcome stands: 0 is "no object", and then come the classes. */
    int score(int region, int outcome) {
        return head() + outcome * regions + region;
    }

    /** Where an offset of the box in a region stands. */
    int offset(int region, int number) {
        return head() + (1 + classes + number) * regions + region;
    }

    /** How likely each outcome is in a region: "no object", and then the classes. */
    double[] probabilities(double[] numbers, int region) {
        return Likelihood.softmax(numbers, 1 + classes, outcome -> score(region, outcome));
    }

    /** The objects on a picture, as {@link Detection#objects} chooses them. A region may hold objects of several classes. */
    List<Detection> objects(double[] numbers) {
        List<Detection> found = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            Box from = region(numbers, region);
            if (from.area() > 0) {
                Box box = box(numbers, region, from);
                double[] likely = probabilities(numbers, region);
                for (int kind = 0; kind < classes; kind++) {
                    if (likely[1 + kind] >= Detection.LEAST_SURE) {
                        Box ofClass = new Box(kind, box.left(), box.top(), box.right(), box.bottom());
                        found.add(new Detection(ofClass, likely[1 + kind]));
                    }
                }
            }
        }
        return Detection.objects(found);
    }

    private Box box(double[] numbers, int region, Box from) {
        double[] offsets = new double[BoxOffsets.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = BoxOffsets.spread(i) * numbers[offset(region, i)];
        }
        return BoxOffsets.onPicture(BoxOffsets.box(offsets, from));
    }
}
