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
        double[][] overlaps = new double[objects.size()][boxes.size()];
        int[] targets = new int[boxes.size()];
        Arrays.fill(targets, NONE);
        for (int place = 0; place < targets.length; place++) {
            double most = ENOUGH;
            for (int i = 0; i < overlaps.length; i++) {
                overlaps[i][place] = objects.get(i).overlap(boxes.get(place));
                if (overlaps[i][place] > most) {
                    most = overlaps[i][place];
                    targets[place] = i;
                }
            }
        }
        giveEach(overlaps, targets);
        return targets;
    }

    /** Gives each object a box of its own; of all pairs the best one first, so that no object takes a box that fits another better. An object that overlaps none of those left gets none. */
    private static void giveEach(double[][] overlaps, int[] targets) {
        boolean[] taken = new boolean[targets.length];
        boolean[] served = new boolean[overlaps.length];
        for (int round = 0; round < overlaps.length; round++) {
            int object = -1;
            int best = -1;
            double most = 0;
            for (int i = 0; i < overlaps.length; i++) {
                for (int place = 0; place < targets.length && !served[i]; place++) {
                    if (!taken[place] && overlaps[i][place] > most) {
                        most = overlaps[i][place];
                        object = i;
                        best = place;
                    }
                }
            }
            if (object < 0) {
                return;
            }
            served[object] = true;
            taken[best] = true;
            targets[best] = object;
        }
    }
}
