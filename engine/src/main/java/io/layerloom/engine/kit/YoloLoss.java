package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How far the boxes of a {@link BoxGrid} are from those of the objects on a picture: Redmon, Farhadi, YOLO9000 (2017), with the cross-entropy of YOLOv3 (2018) for the objectness.
 *
 * <p>Each object is learned in the cell in which its centre lies, by the anchor whose form is most like its own and which no object before it has taken. There the loss is the weight
 * of the coordinates times the squared errors of σ(x), σ(y) and of the logarithms of the sides in terms of the anchor, and the cross-entropies of "an object is there" and of its class. At
 * all other places it is the weight of places without an object times the cross-entropy of "none is there", but for boxes that lie over an object anyway (overlap above 0.6): these may
 * think what they want. The loss of a picture is the sum over its places.
 *
 * <p>Labels have the shape [batch, 5 · boxes]: class, left, top, right and bottom of each box, as {@link Box} has them; a box without width is none.
 */
public final class YoloLoss implements ILossFunction, LossKernel.FreeLabels {

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

    /** The losses of some pictures, added up. */
    double sum(INDArray labels, INDArray output) {
        return Arrays.stream(losses(labels, output, new ActivationIdentity())).sum();
    }

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = Arrays.stream(losses(labels, sums, function)).sum();
        return average ? sum / sums.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        return Nd4j.createFromArray(losses(labels, sums, function))
                .reshape(sums.size(0), 1)
                .castTo(sums.dataType());
    }

    private double[] losses(INDArray labels, INDArray sums, IActivation function) {
        double[] numbers = numbers(sums, function);
        double[] losses = new double[(int) sums.size(0)];
        for (int example = 0; example < losses.length; example++) {
            losses[example] = loss(numbers, example * grid.size(), boxes(labels, example));
        }
        return losses;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        double[] numbers = numbers(sums, function);
        double[] slopes = new double[numbers.length];
        for (int example = 0; example < sums.size(0); example++) {
            slopes(numbers, example * grid.size(), boxes(labels, example), slopes);
        }
        return Nd4j.createFromArray(slopes).reshape(sums.size(0), grid.size()).castTo(sums.dataType());
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, function, mask, average), computeGradient(labels, sums, function, mask));
    }

    private double[] numbers(INDArray sums, IActivation function) {
        if (!(function instanceof ActivationIdentity) || sums.rank() != 2 || sums.size(1) != grid.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A grid of boxes wants %,d numbers for a picture, as they are. Received: %s, %s",
                    grid.size(),
                    Arrays.toString(sums.shape()),
                    function));
        }
        return sums.dup('c').data().asDouble();
    }

    private static List<Box> boxes(INDArray labels, int example) {
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at + Box.NUMBERS <= labels.size(1); at += Box.NUMBERS) {
            Box box = new Box(
                    labels.getInt(example, at),
                    labels.getDouble(example, at + 1),
                    labels.getDouble(example, at + 2),
                    labels.getDouble(example, at + 3),
                    labels.getDouble(example, at + 4));
            if (box.area() > 0) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    /** Which object is learned at each place; -1 for none. An object whose cell has no anchor left is not learned. */
    private int[] objects(List<Box> boxes) {
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

    private double loss(double[] numbers, int from, List<Box> boxes) {
        int[] objects = objects(boxes);
        double loss = 0;
        for (int place = 0; place < objects.length; place++) {
            double object = numbers[from + grid.at(place, BoxGrid.OBJECTNESS)];
            if (objects[place] >= 0) {
                Box box = boxes.get(objects[place]);
                double squares = 0;
                for (double error : errors(numbers, from, place, box)) {
                    squares += error * error;
                }
                double likely = grid.probabilities(numbers, from, place)[box.kind()];
                loss += coordinates * squares + softplus(-object) - Math.log(Math.max(Double.MIN_NORMAL, likely));
            } else if (!lies(numbers, from, place, boxes)) {
                loss += noObject * softplus(object);
            }
        }
        return loss;
    }

    private void slopes(double[] numbers, int from, List<Box> boxes, double[] slopes) {
        int[] objects = objects(boxes);
        for (int place = 0; place < objects.length; place++) {
            int objectness = from + grid.at(place, BoxGrid.OBJECTNESS);
            double object = BoxGrid.sigmoid(numbers[objectness]);
            if (objects[place] >= 0) {
                Box box = boxes.get(objects[place]);
                slopes[objectness] = object - 1;
                slopesOfSides(numbers, from, place, box, slopes);
                double[] likely = grid.probabilities(numbers, from, place);
                for (int kind = 0; kind < grid.classes(); kind++) {
                    slopes[from + grid.at(place, BoxGrid.CLASSES + kind)] = likely[kind] - (kind == box.kind() ? 1 : 0);
                }
            } else if (!lies(numbers, from, place, boxes)) {
                slopes[objectness] = noObject * object;
            }
        }
    }

    private void slopesOfSides(double[] numbers, int from, int place, Box box, double[] slopes) {
        double[] errors = errors(numbers, from, place, box);
        for (int part = 0; part < errors.length; part++) {
            int at = from + grid.at(place, part);
            double inner = BoxGrid.sigmoid(numbers[at]);
            double slope = part <= BoxGrid.Y ? inner * (1 - inner) : 1;
            slopes[at] = 2 * coordinates * errors[part] * slope;
        }
    }

    /** How far off x, y, width and height are. */
    private double[] errors(double[] numbers, int from, int place, Box box) {
        int anchor = grid.anchor(place);
        double[] errors = new double[4];
        errors[BoxGrid.X] =
                BoxGrid.sigmoid(numbers[from + grid.at(place, BoxGrid.X)]) - (across(box) - grid.column(place));
        errors[BoxGrid.Y] = BoxGrid.sigmoid(numbers[from + grid.at(place, BoxGrid.Y)]) - (down(box) - grid.row(place));
        errors[BoxGrid.WIDTH] =
                numbers[from + grid.at(place, BoxGrid.WIDTH)] - Math.log(wide(box) / grid.across(anchor));
        errors[BoxGrid.HEIGHT] =
                numbers[from + grid.at(place, BoxGrid.HEIGHT)] - Math.log(high(box) / grid.down(anchor));
        return errors;
    }

    /** Whether the box at a place lies over an object though it need not. */
    private boolean lies(double[] numbers, int from, int place, List<Box> boxes) {
        Box own = grid.box(numbers, from, place);
        return boxes.stream().anyMatch(box -> box.overlap(own) > ANYWAY);
    }

    private static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
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

    @Override
    public String name() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YoloLoss && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
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
