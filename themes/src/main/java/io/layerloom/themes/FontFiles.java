package io.layerloom.themes;

import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/** The font files that come with the program, for whatever writes text without a screen. */
public final class FontFiles {

    private FontFiles() {}

    /** The TrueType file of the interface font, Inter, or of the monospaced one, JetBrains Mono; the caller closes it. */
    public static InputStream open(boolean mono, Fonts.Weight weight) {
        String style = switch (weight) {
            case REGULAR -> "Regular";
            case MEDIUM -> "Medium";
            case SEMIBOLD -> "SemiBold";
        };
        String name = String.format(Locale.ROOT, "fonts/%s-%s.ttf", mono ? "JetBrainsMono" : "Inter", style);
        return Objects.requireNonNull(FontFiles.class.getResourceAsStream(name), name);
    }
}
