package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How far the boxes of a {@link BoxGrid} are from those of the objects on a picture: Redmon, Farhadi, YOLO9000 (2017), with the cross-entropy of YOLOv3 (2018) for the objectness.
 *
 * <p>Each object is learned in the cell in which its centre lies, by the anchor whose form is most like its own and which no object before it has taken. There the loss is the weight
 * of the coordinates times the squared errors of σ(x), σ(y) and of the logarithms of the sides in terms of the anchor, and the cross-entropies of "an object is there" and of its class. At
 * all other places it is the weight of places without an object times the cross-entropy of "none is there", but for boxes that lie over an object anyway (overlap above 0.6): these may
 * think what they want. The loss of a picture is the sum over its places.
 */
public final class YoloLoss extends ObjectLoss {

    private static final long serialVersionUID = 1;

    private static final double ANYWAY = 0.6;

    private final BoxGrid grid;
    private final double coordinates;
    private final double noObject;

    /**
     * A loss.
     *
     * @param height rows of cells
     * @param width columns of cells
     * @param classes how many classes are told apart
     * @param coordinates how much the place and size of a box weigh
     * @param noObject how much a place without an object weighs
     * @param anchors width and height of each anchor, in cells
     */
    public YoloLoss(
            @JsonProperty("height") int height,
            @JsonProperty("width") int width,
            @JsonProperty("classes") int classes,
            @JsonProperty("coordinates") double coordinates,
            @JsonProperty("noObject") double noObject,
            @JsonProperty("anchors") double... anchors) {
        this.grid = new BoxGrid(height, width, classes, anchors);
        this.coordinates = coordinates;
        this.noObject = noObject;
    }

    /** What the numbers of a picture mean. */
    public BoxGrid grid() {
        return grid;
    }

    @Override
    int size() {
        return grid.size();
    }

    @Override
    List<Detection> objects(double[] numbers) {
        return grid.objects(numbers);
    }

    /** Which object is learned at each place; -1 for none. An object whose cell has no anchor left is not learned. */
    private int[] targets(List<Box> boxes) {
        int[] objects = new int[grid.places()];
        Arrays.fill(objects, -1);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            int column = Math.max(0, Math.min(grid.width() - 1, (int) Math.floor(across(box))));
            int row = Math.max(0, Math.min(grid.height() - 1, (int) Math.floor(down(box))));
            int best = -1;
            for (int anchor = 0; anchor < grid.anchors(); anchor++) {
                boolean free = objects[grid.place(anchor, row, column)] < 0;
                if (free && (best < 0 || likeness(anchor, box) > likeness(best, box))) {
                    best = anchor;
                }
            }
            if (best >= 0) {
                objects[grid.place(best, row, column)] = i;
            }
        }
        return objects;
    }

    private double likeness(int anchor, Box box) {
        return grid.likeness(anchor, wide(box), high(box));
    }

    /** The centre of a box in columns. */
    private double across(Box box) {
        return (box.left() + box.right()) / 2 * grid.width();
    }

    /** The centre of a box in rows. */
    private double down(Box box) {
        return (box.top() + box.bottom()) / 2 * grid.height();
    }

    /** The width of a box in columns. */
    private double wide(Box box) {
        return (box.right() - box.left()) * grid.width();
    }

    /** The height of a box in rows. */
    private double high(Box box) {
        return (box.bottom() - box.top()) * grid.height();
    }

    @Override
    double loss(double[] numbers, List<Box> boxes, double[] slopes) {
        int[] objects = targets(boxes);
        double loss = 0;
        for (int place = 0; place < objects.length; place++) {
            int at = grid.at(place, BoxGrid.OBJECTNESS);
            if (objects[place] >= 0) {
                slopes[at] = Likelihood.sigmoid(numbers[at]) - 1;
                loss += Likelihood.softplus(-numbers[at]) + ofObject(numbers, place, boxes.get(objects[place]), slopes);
            } else if (!lies(numbers, place, boxes)) {
                slopes[at] = noObject * Likelihood.sigmoid(numbers[at]);
                loss += noObject * Likelihood.softplus(numbers[at]);
            }
        }
        return loss;
    }

    /** What place, size and class cost where an object is learned. */
    private double ofObject(double[] numbers, int place, Box box, double[] slopes) {
        double squares = 0;
        double[] errors = errors(numbers, place, box);
        for (int part = 0; part < errors.length; part++) {
            int at = grid.at(place, part);
            double inner = Likelihood.sigmoid(numbers[at]);
            double slope = part <= BoxGrid.Y ? inner * (1 - inner) : 1;
            slopes[at] = 2 * coordinates * errors[part] * slope;
            squares += errors[part] * errors[part];
        }
        double[] likely = grid.probabilities(numbers, place);
        for (int kind = 0; kind < grid.classes(); kind++) {
            slopes[grid.at(place, BoxGrid.CLASSES + kind)] = likely[kind] - (kind == box.kind() ? 1 : 0);
        }
        return coordinates * squares - Math.log(Math.max(Double.MIN_NORMAL, likely[box.kind()]));
    }

    /** How far off x, y, width and height are. */
    private double[] errors(double[] numbers, int place, Box box) {
        int anchor = grid.anchor(place);
        double[] errors = new double[4];
        errors[BoxGrid.X] = Likelihood.sigmoid(numbers[grid.at(place, BoxGrid.X)]) - (across(box) - grid.column(place));
        errors[BoxGrid.Y] = Likelihood.sigmoid(numbers[grid.at(place, BoxGrid.Y)]) - (down(box) - grid.row(place));
        errors[BoxGrid.WIDTH] = numbers[grid.at(place, BoxGrid.WIDTH)] - Math.log(wide(box) / grid.across(anchor));
        errors[BoxGrid.HEIGHT] = numbers[grid.at(place, BoxGrid.HEIGHT)] - Math.log(high(box) / grid.down(anchor));
        return errors;
    }

    /** Whether the box at a place lies over an object though it need not. */
    private boolean lies(double[] numbers, int place, List<Box> boxes) {
        Box own = grid.box(numbers, place);
        return boxes.stream().anyMatch(box -> box.overlap(own) > ANYWAY);
    }

    public int getHeight() {
        return grid.height();
    }

    public int getWidth() {
        return grid.width();
    }

    public int getClasses() {
        return grid.classes();
    }

    public double getCoordinates() {
        return coordinates;
    }

    public double getNoObject() {
        return noObject;
    }

    public double[] getAnchors() {
        return grid.sides();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "YoloLoss(%d, %d, %d, %s, %s, %s)"
                .formatted(
                        grid.height(),
                        grid.width(),
                        grid.classes(),
                        coordinates,
                        noObject,
                        Arrays.toString(grid.sides()));
    }
}
