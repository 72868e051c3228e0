package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How far a network of two stages is from the objects on a picture: Ren, He, Girshick, Sun, Faster R-CNN (2015), both stages at once (approximate joint training, section 3.2). What its numbers mean
 * says {@link RegionGrid}. The loss of a picture is the sum of four means:
 *
 * <ol>
 *   <li>over the anchors, the cross-entropy of "an object is there". The paper draws as many anchors without an object as with one; here all count, those without one together as much as those with
 *       one, which is the mean over all such draws and needs no chance;
 *   <li>over the anchors with an object, the smooth L1 errors of the four offsets, times the weight of boxes;
 *   <li>over the regions, the cross-entropy of "no object" and the classes, where those without an object count at most thrice as much as those with one (Fast R-CNN draws one to three);
 *   <li>over the regions with an object, the smooth L1 errors of the four offsets, times the weight of boxes. The offsets are the same for all classes, where the paper has four for each.
 * </ol>
 *
 * <p>Nothing goes back to the regions: where they lie is taken as given. Objects are not added to the regions in training, as some implementations do, for nothing within a network knows the labels.
 * At first few regions meet an object, and the head learns little but "no object"; the anchors learn from the first step on, and as soon as regions lie over objects, the weights above let the
 * few that do count as much as need be.
 */
public final class RegionLoss extends ObjectLoss {

    private static final long serialVersionUID = 1;

    /** How much more all regions without an object count than those with one, at most. */
    private static final double BACKGROUND = 3;

    private final RegionGrid grid;
    private final double least;
    private final double most;
    private final double boxes;

    /**
     * A loss.
     *
     * @param height rows of cells
     * @param width columns of cells
     * @param classes how many classes are told apart
     * @param regions how many regions are looked at
     * @param least from which overlap with an object on an anchor learns it
     * @param most below which overlap an anchor learns that there is none
     * @param boxes how much places and sizes weigh
     * @param anchors width and height of each anchor, in cells
     */
    public RegionLoss(
            @JsonProperty("height") int height,
            @JsonProperty("width") int width,
            @JsonProperty("classes") int classes,
            @JsonProperty("regions") int regions,
            @JsonProperty("least") double least,
            @JsonProperty("most") double most,
            @JsonProperty("boxes") double boxes,
            @JsonProperty("anchors") double... anchors) {
        this.grid = new RegionGrid(new AnchorGrid(height, width, anchors), classes, regions);
        this.least = least;
        this.most = most;
        this.boxes = boxes;
    }

    @Override
    int size() {
        return grid.size();
    }

    @Override
    List<Detection> objects(double[] numbers) {
        return grid.objects(numbers);
    }

    @Override
    double loss(double[] numbers, List<Box> objects, double[] slopes) {
        return ofAnchors(numbers, objects, slopes) + ofRegions(numbers, objects, slopes);
    }

    private double ofAnchors(double[] numbers, List<Box> objects, double[] slopes) {
        AnchorGrid anchors = grid.anchors();
        int[] targets = RegionTargets.ofAnchors(anchors, objects, least, most);
        long with = RegionTargets.objects(targets);
        long without = RegionTargets.none(targets);
        double loss = 0;
        for (int place = 0; place < targets.length; place++) {
            int at = anchors.objectness(place);
            if (targets[place] >= 0) {
                loss += objectness(numbers, at, 1, 0.5 / with, slopes);
                double[] wanted = BoxOffsets.of(objects.get(targets[place]), anchors.anchor(place));
                for (int i = 0; i < wanted.length; i++) {
                    loss += offset(numbers, anchors.offset(place, i), wanted[i], boxes / with, slopes);
                }
            } else if (targets[place] == RegionTargets.NONE) {
                loss += objectness(numbers, at, 0, (with > 0 ? 0.5 : 1.0) / without, slopes);
            }
        }
        return loss;
    }

    private double ofRegions(double[] numbers, List<Box> objects, double[] slopes) {
        int[] targets = RegionTargets.ofRegions(grid, numbers, objects);
        long with = RegionTargets.objects(targets);
        long without = RegionTargets.none(targets);
        double ofNone = with == 0 ? 1 : Math.min(1, BACKGROUND * with / Math.max(1, without));
        double all = with + ofNone * without;
        double loss = 0;
        for (int region = 0; region < targets.length; region++) {
            if (targets[region] >= 0) {
                Box object = objects.get(targets[region]);
                loss += outcome(numbers, region, 1 + object.kind(), 1 / all, slopes);
                double[] wanted = BoxOffsets.of(object, grid.region(numbers, region));
                for (int i = 0; i < wanted.length; i++) {
                    double counted = wanted[i] / BoxOffsets.spread(i);
                    loss += offset(numbers, grid.offset(region, i), counted, boxes / with, slopes);
                }
            } else if (targets[region] == RegionTargets.NONE) {
                loss += outcome(numbers, region, 0, ofNone / all, slopes);
            }
        }
        return loss;
    }

    private static double objectness(double[] numbers, int at, int wanted, double weight, double[] slopes) {
        slopes[at] = weight * (Likelihood.sigmoid(numbers[at]) - wanted);
        return weight * Likelihood.softplus(wanted == 1 ? -numbers[at] : numbers[at]);
    }

    private static double offset(double[] numbers, int at, double wanted, double weight, double[] slopes) {
        double error = numbers[at] - wanted;
        slopes[at] = weight * BoxOffsets.slope(error);
        return weight * BoxOffsets.smooth(error);
    }

    private double outcome(double[] numbers, int region, int wanted, double weight, double[] slopes) {
        double[] likely = grid.probabilities(numbers, region);
        for (int i = 0; i < likely.length; i++) {
            slopes[grid.score(region, i)] = weight * (likely[i] - (i == wanted ? 1 : 0));
        }
        return -weight * Math.log(Math.max(Double.MIN_NORMAL, likely[wanted]));
    }

    public int getHeight() {
        return grid.anchors().height();
    }

    public int getWidth() {
        return grid.anchors().width();
    }

    public int getClasses() {
        return grid.classes();
    }

    public int getRegions() {
        return grid.regions();
    }

    public double getLeast() {
        return least;
    }

    public double getMost() {
        return most;
    }

    public double getBoxes() {
        return boxes;
    }

    public double[] getAnchors() {
        return grid.anchors().sides();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "RegionLoss(%d, %d, %d, %d, %s, %s, %s, %s)"
                .formatted(
                        getHeight(),
                        getWidth(),
                        getClasses(),
                        getRegions(),
                        least,
                        most,
                        boxes,
                        Arrays.toString(getAnchors()));
    }
}
