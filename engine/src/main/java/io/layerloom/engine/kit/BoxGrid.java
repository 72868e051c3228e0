package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a network says where objects are: the picture is divided into cells, and each cell foretells a box for each of several anchors (Redmon, Farhadi, YOLO9000: Better, faster, stronger,
 * 2017). The numbers of an example lie as [channels, height, width]; the channels are for each anchor x, y, width, height and objectness, and then a score for each class:
 *
 * <ul>
 *   <li>centre of the box in cells: column + σ(x), row + σ(y);
 *   <li>sides of the box in cells: width of the anchor · exp(width), height of the anchor · exp(height);
 *   <li>probability that an object is there: σ(objectness);
 *   <li>probability of each class if one is there: softmax of the scores.
 * </ul>
 */
public final class BoxGrid implements Serializable {

    private static final long serialVersionUID = 1;

    static final int X = 0;
    static final int Y = 1;
    static final int WIDTH = 2;
    static final int HEIGHT = 3;
    static final int OBJECTNESS = 4;
    static final int CLASSES = 5;

    /** The sides of a box stay finite, whatever a network gives at first. */
    private static final double LARGEST = 20;

    private final int height;
    private final int width;
    private final int classes;
    private final double[] anchors;

    /**
     * A grid.
     *
     * @param height rows of cells
     * @param width columns of cells
     * @param classes how many classes are told apart
     * @param anchors width and height of each anchor, in cells
     */
    public BoxGrid(int height, int width, int classes, double... anchors) {
        if (Math.min(height, width) < 1 || classes < 1 || anchors.length < 2 || anchors.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "A grid needs rows, columns, classes, and a width and a height for each anchor. Received: %d, %d, %d, %s"
                            .formatted(height, width, classes, Arrays.toString(anchors)));
        }
        this.height = height;
        this.width = width;
        this.classes = classes;
        this.anchors = anchors.clone();
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** How many classes are told apart. */
    public int classes() {
        return classes;
    }

    /** How many boxes each cell foretells. */
    public int anchors() {
        return anchors.length / 2;
    }

    /** Width and height of each anchor, in cells. */
    double[] sides() {
        return anchors.clone();
    }

    /** The width of an anchor, in cells. */
    double across(int anchor) {
        return anchors[2 * anchor];
    }

    /** The height of an anchor, in cells. */
    double down(int anchor) {
        return anchors[2 * anchor + 1];
    }

    /** How many boxes a picture has at most. */
    int places() {
        return anchors() * height * width;
    }

    /** How many numbers stand for a picture. */
    public int size() {
        return places() * (CLASSES + classes);
    }

    /** Where a number of a box stands: boxes are counted anchor by anchor and row by row. */
    int at(int place, int part) {
        int cells = height * width;
        return (place / cells * (CLASSES + classes) + part) * cells + place % cells;
    }

    /** The anchor of a box. */
    int anchor(int place) {
        return place / (height * width);
    }

    int row(int place) {
        return place % (height * width) / width;
    }

    int column(int place) {
        return place % width;
    }

    /** The box with this anchor in this cell. */
    int place(int anchor, int row, int column) {
        return (anchor * height + row) * width + column;
    }

    /** The box that the numbers of a picture stand for at a place, of class 0. */
    Box box(double[] numbers, int place) {
        double x = (column(place) + Likelihood.sigmoid(numbers[at(place, X)])) / width;
        double y = (row(place) + Likelihood.sigmoid(numbers[at(place, Y)])) / height;
        double across = side(across(anchor(place)), numbers[at(place, WIDTH)]) / width / 2;
        double down = side(down(anchor(place)), numbers[at(place, HEIGHT)]) / height / 2;
        return new Box(0, x - across, y - down, x + across, y + down);
    }

    private static double side(double anchor, double number) {
        return anchor * Math.exp(Math.min(LARGEST, number));
    }

    /** How well an anchor has the form of a box of these sides, in cells: their overlap where they have one centre. */
    double likeness(int anchor, double wide, double high) {
        double both = Math.min(across(anchor), wide) * Math.min(down(anchor), high);
        return both / (across(anchor) * down(anchor) + wide * high - both);
    }

    /** The objects on a picture, the surest first, each of them once: boxes of one class that overlap by more than 0.45 are taken for one object. */
    public List<Detection> objects(double[] numbers) {
        List<Detection> found = new ArrayList<>();
        for (int place = 0; place < places(); place++) {
            double object = Likelihood.sigmoid(numbers[at(place, OBJECTNESS)]);
            if (object >= Detection.LEAST_SURE) {
                Detection one = detection(numbers, place, object);
                if (one.confidence() >= Detection.LEAST_SURE) {
                    found.add(one);
                }
            }
        }
        return Detection.distinct(found, Detection.ONE_OBJECT);
    }

    private Detection detection(double[] numbers, int place, double object) {
        double[] likely = probabilities(numbers, place);
        int best = 0;
        for (int kind = 1; kind < classes; kind++) {
            best = likely[kind] > likely[best] ? kind : best;
        }
        Box box = box(numbers, place);
        return new Detection(new Box(best, box.left(), box.top(), box.right(), box.bottom()), object * likely[best]);
    }

    /** The probability of each class at a place. */
    double[] probabilities(double[] numbers, int place) {
        return Likelihood.softmax(numbers, classes, kind -> at(place, CLASSES + kind));
    }
}
