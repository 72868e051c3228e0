package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An object that a network has found on a picture.
 *
 * @param confidence how sure the network is that an object of this class is there, from 0 to 1
 */
public record Detection(Box box, double confidence) {

    /** Nobody wants to see what is less sure, and it hardly adds to the average precision. */
    static final double LEAST_SURE = 0.01;

    /** Boxes of one class that overlap by more are taken for one object. */
    static final double ONE_OBJECT = 0.45;

    /** How many boxes of a class are looked at, and how many objects a picture has at most, as the program of SSD's authors has it: a network that has learned nothing yet sees objects everywhere. */
    private static final int MOST_OF_CLASS = 400;

    private static final int MOST = 200;

    /**
     * The objects on a picture, the surest first, each of them once: of each class the 400 surest boxes, of which those that overlap by more than 0.45 are taken for one object, and of all these the 200 surest. A
     * box without area, or beyond the picture, is no object.
     */
    static List<Detection> objects(List<Detection> found) {
        Map<Integer, List<Detection>> ofClasses = found.stream()
                .filter(detection -> detection.box.area() > 0)
                .collect(Collectors.groupingBy(detection -> detection.box.kind(), TreeMap::new, Collectors.toList()));
        List<Detection> distinct = ofClasses.values().stream()
                .flatMap(ofClass -> distinct(surest(ofClass, MOST_OF_CLASS), ONE_OBJECT).stream())
                .toList();
        return surest(distinct, MOST);
    }

    /**
     * Leaves out what is found twice: of two boxes of one class that overlap more than this, the surer one stays (greedy non-maximum suppression). The surest come first.
     */
    public static List<Detection> distinct(List<Detection> found, double overlap) {
        List<Detection> kept = new ArrayList<>();
        for (Detection next : surest(found, found.size())) {
            boolean known = kept.stream()
                    .anyMatch(other -> other.box.kind() == next.box.kind() && other.box.overlap(next.box) > overlap);
            if (!known) {
                kept.add(next);
            }
        }
        return kept;
    }

    private static List<Detection> surest(List<Detection> found, int most) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .limit(most)
                .toList();
    }
}
