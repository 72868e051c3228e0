package io.layerloom.engine.kit;

import java.util.List;

/** Gives each object a box that learns it, so that none goes unlearned because another one lies nearer. */
final class Matching {

    private final List<Box> objects;
    private final List<Box> boxes;
    private final int[] targets;
    private final boolean[] taken;
    private final int[] best;
    private final double[] most;

    private Matching(List<Box> objects, List<Box> boxes, int[] targets) {
        this.objects = objects;
        this.boxes = boxes;
        this.targets = targets;
        this.taken = new boolean[targets.length];
        this.best = new int[objects.size()];
        this.most = new double[objects.size()];
    }

    /**
     * Sets the target of one box to each object: of all pairs the one that overlaps most comes first, so that no object takes a box that fits another better. An object that overlaps none of the boxes
     * left gets none.
     *
     * @param targets the object of each box, by its place among all
     */
    static void giveEach(List<Box> objects, List<Box> boxes, int[] targets) {
        new Matching(objects, boxes, targets).giveEach();
    }

    private void giveEach() {
        for (int i = 0; i < best.length; i++) {
            look(i);
        }
        for (int next = nearest(); next >= 0; next = nearest()) {
            if (taken[best[next]]) {
                look(next);
            } else {
                taken[best[next]] = true;
                targets[best[next]] = next;
                most[next] = 0;
            }
        }
    }

    /** The object, of those that wait, which overlaps its best box most; negative if none waits. */
    private int nearest() {
        int nearest = -1;
        double overlap = 0;
        for (int i = 0; i < most.length; i++) {
            if (most[i] > overlap) {
                overlap = most[i];
                nearest = i;
            }
        }
        return nearest;
    }

    /** Finds the best box that is not taken for an object. Others can only take more of them, so what was found once never becomes too little. */
    private void look(int object) {
        Box wanted = objects.get(object);
        most[object] = 0;
        for (int place = 0; place < targets.length; place++) {
            double overlap = taken[place] ? 0 : wanted.overlap(boxes.get(place));
            if (overlap > most[object]) {
                most[object] = overlap;
                best[object] = place;
            }
        }
    }
}
