package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which steps of which sequences of a mini-batch are padding. */
final class Padding {

    /** No step is. */
    static final Padding NONE = new Padding(new boolean[0][]);

    private final boolean[][] padded;

    private Padding(boolean[][] padded) {
        this.padded = padded;
    }

    /** What a mask, [examples, steps] with 0 where a step is padding, says of so many steps from one on; nothing is padded where there is none. */
    static Padding of(Optional<INDArray> mask, int from, int steps) {
        if (mask.isEmpty()) {
            return NONE;
        }
        boolean[][] padded = new boolean[Math.toIntExact(mask.get().size(0))][];
        float[] all = mask.get().dup('c').data().asFloat();
        int width = all.length / padded.length;
        boolean any = false;
        for (int example = 0; example < padded.length; example++) {
            padded[example] = row(all, example * width + from, steps);
            any |= padded[example].length > 0;
        }
        return any ? new Padding(padded) : NONE;
    }

    private static boolean[] row(float[] mask, int from, int steps) {
        boolean[] row = new boolean[steps];
        boolean any = false;
        for (int step = 0; step < steps; step++) {
            row[step] = mask[from + step] == 0;
            any |= row[step];
        }
        return any ? row : new boolean[0];
    }

    /** Whether there is any padding at all. */
    boolean any() {
        return padded.length > 0;
    }

    /** Which steps of an example are padding; empty if none is. */
    boolean[] of(int example) {
        return any() ? padded[example] : new boolean[0];
    }

    /** Whether a step of an example is padding. */
    boolean at(int example, int step) {
        boolean[] steps = of(example);
        return steps.length > 0 && steps[step];
    }

    /** How many of so many steps of an example are not padding. */
    int counting(int example, int steps) {
        int counting = steps;
        for (boolean hidden : of(example)) {
            counting -= hidden ? 1 : 0;
        }
        return counting;
    }
}
