package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many numbers a layer holds, with the formula behind it.
 *
 * @param trainable numbers that training changes, as papers and PyTorch count parameters
 * @param buffers numbers that are kept but not trained, such as running statistics
 * @param frozen numbers that training would change, were their layer not frozen
 * @param formula the sum with the real values, such as {@code 32 · (3·3·1) + 32}; empty where nothing is held
 */
public record Count(long trainable, long buffers, long frozen, String formula) {

    /** Numbers of a formula that are read in groups of digits, as everywhere else. */
    private static final Pattern LARGE = Pattern.compile("\\d{4,18}");

    /** What there is no sum to show of. */
    private static final Pattern ONE_NUMBER = Pattern.compile("\\d+");

    /** A layer without parameters. */
    public static final Count NONE = new Count(0, 0, "");

    /** A layer that is not frozen. */
    public Count(long trainable, long buffers, String formula) {
        this(trainable, buffers, 0, formula);
    }

    /** Trainable numbers only. */
    public static Count of(long trainable, String formula) {
        return new Count(trainable, 0, formula);
    }

    /** The same numbers in a layer that training leaves as it is. */
    public Count froze() {
        return new Count(0, buffers, frozen + trainable, formula);
    }

    /** All numbers that make up the layer's weights, trained or frozen. */
    public long weights() {
        return trainable + frozen;
    }

    /** The whole line for the inspector, such as {@code 32 · (3·3·1) + 32 = 320 parameters}; a number that is no sum stands alone. */
    public String sentence() {
        if (formula.isEmpty()) {
            return tr("No parameters");
        }
        String grouped = LARGE.matcher(formula)
                .replaceAll(number -> String.format(Locale.ROOT, "%,d", Long.parseLong(number.group())));
        String sum = ONE_NUMBER.matcher(formula).matches() ? "" : grouped + " = ";
        String line = sum
                + (frozen > 0
                        ? plural(weights(), "%,d parameter, frozen", "%,d parameters, frozen")
                        : plural(weights(), "%,d parameter", "%,d parameters"));
        return buffers == 0 ? line : line + " · " + tr("%,d buffers", buffers);
    }
}
