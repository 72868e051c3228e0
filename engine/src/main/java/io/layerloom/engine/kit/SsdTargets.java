package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/** Which object each default box of a single shot detector is to learn: Liu et al., SSD (2016), section 2.2, "Matching strategy". */
final class SsdTargets {

    /** The box is to learn that no object is there. */
    static final int NONE = -1;

    /** From beyond which overlap on a box learns an object, besides the best box of each. */
    private static final double ENOUGH = 0.5;

    private SsdTargets() {}

    /** The object of each box: first each object gets the box that it overlaps most, and then each box left the object that it overlaps most, if by more than a half. */
    static int[] of(List<Box> boxes, List<Box> objects) {
        int[] targets = new int[boxes.size()];
        Arrays.fill(targets, NONE);
        for (int place = 0; place < targets.length; place++) {
            double most = ENOUGH;
            for (int i = 0; i < objects.size(); i++) {
                double overlap = objects.get(i).overlap(boxes.get(place));
                if (overlap > most) {
                    most = overlap;
                    targets[place] = i;
                }
            }
        }
        Matching.giveEach(objects, boxes, targets);
        return targets;
    }
}
