package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which object each of some boxes is to learn. */
final class RegionTargets {

    /** The box is to learn that no object is there. */
    static final int NONE = -1;

    /** The box learns nothing: it lies too well over an object for "none", and not well enough for the object. */
    static final int ASIDE = -2;

    private RegionTargets() {}

    /**
     * The object of each anchor: that which it overlaps most, if it does so by enough; and each object has at least an anchor of its own, the one that overlaps it most of those that no other object needs more. Ren et al., section 3.1.2; anchors that
     * reach beyond the picture learn like all others.
     *
     * @param least from which overlap on a box learns an object
     * @param most below which overlap it learns that there is none
     */
    static int[] ofAnchors(AnchorGrid grid, List<Box> objects, double least, double most) {
        List<Box> anchors =
                IntStream.range(0, grid.places()).mapToObj(grid::anchor).toList();
        int[] targets = anchors.stream()
                .mapToInt(anchor -> target(anchor, objects, least, most))
                .toArray();
        Matching.giveEach(objects, anchors, targets);
        return targets;
    }

    /** The object of each region: that which it overlaps most, from a half on. Places without a region learn nothing. */
    static int[] ofRegions(RegionGrid grid, double[] numbers, List<Box> objects) {
        int[] targets = new int[grid.regions()];
        Arrays.setAll(targets, region -> {
            Box box = grid.region(numbers, region);
            return box.area() > 0 ? target(box, objects, 0.5, 0.5) : ASIDE;
        });
        return targets;
    }

    private static int target(Box box, List<Box> objects, double least, double most) {
        int best = NONE;
        double overlap = 0;
        for (int i = 0; i < objects.size(); i++) {
            double own = objects.get(i).overlap(box);
            if (own > overlap) {
                overlap = own;
                best = i;
            }
        }
        return overlap >= least && best != NONE ? best : overlap < most ? NONE : ASIDE;
    }

    /** How many have this target, or any object if it is 0. */
    static long objects(int[] targets) {
        return Arrays.stream(targets).filter(target -> target >= 0).count();
    }

    /** How many are to learn that there is none. */
    static long none(int[] targets) {
        return Arrays.stream(targets).filter(target -> target == NONE).count();
    }
}
