package io.layerloom.canvas;

import io.layerloom.themes.Fonts;
import java.util.function.ToDoubleFunction;
import javafx.scene.text.Font;

/** A way of writing: family, weight and size in world units. */
record Lettering(boolean mono, Fonts.Weight weight, double size) {

    static final Lettering TITLE = new Lettering(false, Fonts.Weight.SEMIBOLD, 13.5);
    static final Lettering TITLE_SMALL = new Lettering(false, Fonts.Weight.SEMIBOLD, 12);
    static final Lettering SUMMARY = new Lettering(true, Fonts.Weight.REGULAR, 11.5);
    static final Lettering SUMMARY_SMALL = new Lettering(true, Fonts.Weight.REGULAR, 10.5);
    static final Lettering FOOT = new Lettering(false, Fonts.Weight.REGULAR, 10.5);
    static final Lettering FOOT_STRONG = new Lettering(false, Fonts.Weight.MEDIUM, 10.5);
    static final Lettering PILL = new Lettering(true, Fonts.Weight.MEDIUM, 10);

    private static final String ELLIPSIS = "…";

    /** The font that writes so at a scale. */
    Font at(double scale) {
        return mono ? Fonts.mono(size * scale, weight) : Fonts.ui(size * scale, weight);
    }

    /** The text, or as much of it as fits the room by its measured width. */
    static String fitted(String text, double room, ToDoubleFunction<String> width) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width.applyAsDouble(text.substring(0, end) + ELLIPSIS) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
