package io.layerloom.graph;

import java.util.Locale;

/**
 * How many numbers a layer holds, with the formula behind it.
 *
 * @param trainable numbers that training changes, as papers and PyTorch count parameters
 * @param buffers numbers that are kept but not trained, such as running statistics
 * @param formula the sum with the real values, such as {@code 32 · (3·3·1) + 32}; empty where nothing is held
 */
public record Count(long trainable, long buffers, String formula) {

    /** A layer without parameters. */
    public static final Count NONE = new Count(0, 0, "");

    /** Trainable numbers only. */
    public static Count of(long trainable, String formula) {
        return new Count(trainable, 0, formula);
    }

    /** The whole line for the inspector, such as {@code 32 · (3·3·1) + 32 = 320 parameters}. */
    public String sentence() {
        if (formula.isEmpty()) {
            return "No parameters";
        }
        String line = String.format(Locale.ROOT, "%s = %,d parameters", formula, trainable);
        return buffers == 0 ? line : line + String.format(Locale.ROOT, " · %,d buffers", buffers);
    }
}
