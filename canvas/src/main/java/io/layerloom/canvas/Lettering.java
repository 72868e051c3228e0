package io.layerloom.canvas;

import io.layerloom.themes.Fonts;
import java.text.BreakIterator;
import java.util.Locale;
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
    static final Lettering SIGN = new Lettering(false, Fonts.Weight.SEMIBOLD, 11);
    static final Lettering PILL = new Lettering(true, Fonts.Weight.MEDIUM, 10);

    private static final String ELLIPSIS = "…";

    /** The font that writes so at a scale. */
    Font at(double scale) {
        return mono ? Fonts.mono(size * scale, weight) : Fonts.ui(size * scale, weight);
    }

    /**
     * The text, or as many whole characters of it, as a reader counts them, as fit the room by their measured width; at least one. A number is not cut, because what is left of it would be another one: it goes
     * as a whole, unless the text begins with it.
     */
    static String fitted(String text, double room, ToDoubleFunction<String> width) {
        if (text.isEmpty() || width.applyAsDouble(text) <= room) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int least = Math.max(0, characters.following(0));
        int end = text.length();
        while (end > least && width.applyAsDouble(text.substring(0, end) + ELLIPSIS) > room) {
            end = characters.preceding(end);
        }
        return text.substring(0, beforeNumber(text, end)).stripTrailing() + ELLIPSIS;
    }

    /** Where a number begins that would be cut here; here, if none would. */
    private static int beforeNumber(String text, int cut) {
        int at = cut;
        if (cut < text.length() && isOfNumber(text.charAt(cut))) {
            while (at > 0 && isOfNumber(text.charAt(at - 1))) {
                at--;
            }
        }
        return at > 0 ? at : cut;
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || c == ',' || c == '.';
    }
}
