package io.layerloom.themes;

import java.util.Arrays;
import java.util.Comparator;

/** How large text is, and with it all that holds text, against the size in which the program was drawn. WCAG 2.2 asks for up to 200 % (success criterion 1.4.4). */
public enum TextSize {
    NORMAL(100),
    LARGE(125),
    LARGER(150),
    VERY_LARGE(175),
    LARGEST(200);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    /** The one that comes nearest to so many per cent. */
    public static TextSize of(int percent) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(size -> Math.abs(size.percent - percent)))
                .orElseThrow();
    }

    /** 100 for text as it was drawn. */
    public int percent() {
        return percent;
    }

    /** What people read. */
    public String label() {
        return percent + " %";
    }

    /** The next larger one; the largest has none but itself. */
    public TextSize larger() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** The next smaller one; the smallest has none but itself. */
    public TextSize smaller() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** A length in pixels that was drawn for text of 100 %, at this size. */
    public double of(double length) {
        return length * percent / 100;
    }
}
