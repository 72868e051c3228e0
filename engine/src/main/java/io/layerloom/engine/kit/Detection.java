package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An object that a network has found on a picture.
 *
 * @param confidence how sure the network is that an object of this class is there, from 0 to 1
 */
public record Detection(Box box, double confidence) {

    /**
     * Leaves out what is found twice: of two boxes of one class that overlap more than this, the surer one stays (greedy non-maximum suppression). The surest come first.
     */
    public static List<Detection> distinct(List<Detection> found, double overlap) {
        List<Detection> kept = new ArrayList<>();
        for (Detection next : surestFirst(found)) {
            boolean known = kept.stream()
                    .anyMatch(other -> other.box.kind() == next.box.kind() && other.box.overlap(next.box) > overlap);
            if (!known) {
                kept.add(next);
            }
        }
        return kept;
    }

    private static List<Detection> surestFirst(List<Detection> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .toList();
    }
}
