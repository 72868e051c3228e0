package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How well the objects of a class are found on some pictures: the area below the curve of precision over recall, where the precision at a recall is the best at that recall or beyond
 * (Everingham, Van Gool, Williams, Winn, Zisserman, The PASCAL visual object classes challenge, 2010; all points, as from that year on).
 */
public final class AveragePrecision {

    /** The overlaps of COCO: 0.5, 0.55 … 0.95. */
    private static final int OVERLAPS = 10;

    private AveragePrecision() {}

    private record Found(int picture, Detection detection) {}

    /**
     * The average precision of a class.
     *
     * @param really the objects of each picture
     * @param found what the network found on each picture
     * @param overlap from which overlap on a box counts as found; of several boxes for one object only the surest does
     * @return from 0 to 1; NaN if no picture has an object of this class
     */
    public static double of(List<List<Box>> really, List<List<Detection>> found, int kind, double overlap) {
        long objects = objects(really, kind);
        if (objects == 0) {
            return Double.NaN;
        }
        List<Found> all = new ArrayList<>();
        for (int picture = 0; picture < found.size(); picture++) {
            for (Detection one : found.get(picture)) {
                if (one.box().kind() == kind) {
                    all.add(new Found(picture, one));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Found one) -> one.detection.confidence())
                .reversed());
        List<Set<Integer>> matched = IntStream.range(0, really.size())
                .<Set<Integer>>mapToObj(i -> new HashSet<>())
                .toList();
        double[] precision = new double[all.size()];
        double[] recall = new double[all.size()];
        int right = 0;
        for (int i = 0; i < all.size(); i++) {
            Found one = all.get(i);
            int object = nearest(really.get(one.picture), one.detection.box(), overlap);
            right += object >= 0 && matched.get(one.picture).add(object) ? 1 : 0;
            precision[i] = (double) right / (i + 1);
            recall[i] = (double) right / objects;
        }
        return area(precision, recall);
    }

    /** The mean of the average precisions at overlaps of 0.5, 0.55 and so on up to 0.95, as COCO has it. */
    public static double overOverlaps(List<List<Box>> really, List<List<Detection>> found, int kind) {
        return IntStream.range(0, OVERLAPS)
                .mapToDouble(step -> of(really, found, kind, (50 + 5 * step) / 100.0))
                .average()
                .orElse(Double.NaN);
    }

    /** How many objects of a class the pictures have. */
    public static long objects(List<List<Box>> really, int kind) {
        return really.stream()
                .flatMap(List::stream)
                .filter(box -> box.kind() == kind)
                .count();
    }

    /** The object of the same class that a box overlaps most, if that is enough; otherwise -1. */
    private static int nearest(List<Box> really, Box found, double overlap) {
        int best = -1;
        double most = overlap;
        for (int i = 0; i < really.size(); i++) {
            double shared = really.get(i).kind() == found.kind() ? really.get(i).overlap(found) : -1;
            if (shared >= most && (best < 0 || shared > most)) {
                best = i;
                most = shared;
            }
        }
        return best;
    }

    private static double area(double[] precision, double[] recall) {
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += best * (recall[i] - (i == 0 ? 0 : recall[i - 1]));
        }
        return area;
    }
}
