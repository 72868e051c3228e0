package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How far a single shot detector is from the objects on a picture: Liu et al., SSD (2016), section 2.2. What its numbers mean says {@link SsdGrid}, and which default box learns which object
 * {@link SsdTargets}. The loss of a picture is, divided by the number of boxes that learn an object,
 *
 * <ul>
 *   <li>the cross-entropy of "no object" and the classes over those boxes, and over the boxes without an object that are most wrong, of which there are a few times as many at most (hard negative
 *       mining);
 *   <li>the smooth L1 errors of the four offsets of the boxes that learn an object, times the weight of boxes.
 * </ul>
 *
 * <p>A picture on which no box learns an object costs nothing, as in the paper.
 */
public final class SsdLoss extends ObjectLoss {

    private static final long serialVersionUID = 1;

    private final SsdGrid grid;
    private final double boxes;
    private final double negatives;

    /**
     * A loss.
     *
     * @param classes how many classes are told apart
     * @param boxes how much places and sizes weigh
     * @param negatives how many boxes without an object learn for each that learns one, at most
     * @param maps the default boxes of each feature map
     */
    public SsdLoss(
            @JsonProperty("classes") int classes,
            @JsonProperty("boxes") double boxes,
            @JsonProperty("negatives") double negatives,
            @JsonProperty("maps") DefaultBoxes... maps) {
        this.grid = new SsdGrid(classes, maps);
        this.boxes = boxes;
        this.negatives = negatives;
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
        List<Box> from = grid.boxes();
        int[] targets = SsdTargets.of(from, objects);
        int[] learning = IntStream.range(0, targets.length)
                .filter(place -> targets[place] != SsdTargets.NONE)
                .toArray();
        double weight = 1.0 / Math.max(1, learning.length);
        double loss = 0;
        for (int place : learning) {
            Box object = objects.get(targets[place]);
            loss += outcome(numbers, place, 1 + object.kind(), weight, slopes);
            double[] wanted = BoxOffsets.of(object, from.get(place));
            for (int i = 0; i < wanted.length; i++) {
                int at = grid.offset(place, i);
                double error = numbers[at] - wanted[i] / BoxOffsets.spread(i);
                slopes[at] = weight * boxes * BoxOffsets.slope(error);
                loss += weight * boxes * BoxOffsets.smooth(error);
            }
        }
        for (int place : mostWrong(numbers, targets, learning.length)) {
            loss += outcome(numbers, place, 0, weight, slopes);
        }
        return loss;
    }

    /** The boxes without an object that take something for one most surely. */
    private int[] mostWrong(double[] numbers, int[] targets, int learning) {
        double[] none = new double[targets.length];
        Arrays.setAll(
                none, place -> targets[place] == SsdTargets.NONE ? grid.probabilities(numbers, place)[0] : Double.NaN);
        return IntStream.range(0, targets.length)
                .filter(place -> targets[place] == SsdTargets.NONE)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> none[place]))
                .limit((long) (negatives * learning))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double outcome(double[] numbers, int place, int wanted, double weight, double[] slopes) {
        double[] likely = grid.probabilities(numbers, place);
        for (int i = 0; i < likely.length; i++) {
            slopes[grid.score(place, i)] = weight * (likely[i] - (i == wanted ? 1 : 0));
        }
        return -weight * Math.log(Math.max(Double.MIN_NORMAL, likely[wanted]));
    }

    public int getClasses() {
        return grid.classes();
    }

    public double getBoxes() {
        return boxes;
    }

    public double getNegatives() {
        return negatives;
    }

    public DefaultBoxes[] getMaps() {
        return grid.maps();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "SsdLoss(%d, %s, %s, %s)".formatted(getClasses(), boxes, negatives, Arrays.toString(getMaps()));
    }
}
