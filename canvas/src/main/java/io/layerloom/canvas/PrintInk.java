package io.layerloom.canvas;

import io.layerloom.themes.FontFiles;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Colours and fonts of print: black on white, and no colour so light that it could not be told from white once it comes out grey. Knows no screen, so that it writes the same words where there is none.
 */
final class PrintInk {

    static final Color GROUND = Color.WHITE;
    static final Color TEXT = Color.BLACK;
    static final Color QUIET = new Color(0x404040);
    static final Color LINE = new Color(0x808080);
    static final Color FRAME = new Color(0xf4f4f4);

    /** The least contrast with white that fine text may have (WCAG 2, AA). */
    static final double LEAST_CONTRAST = 4.5;

    private static final Tokens LIGHT = Tokens.of(Theme.LIGHT);

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<Lettering, Font> fonts = new HashMap<>();

    /** The colour of a category of layers. */
    static Color category(String tone) {
        return dark(LIGHT.category(tone));
    }

    /** The colour of a kind of tensor. */
    static Color kind(String kind) {
        return dark(Ink.kind(LIGHT, kind));
    }

    static Color bad() {
        return dark(LIGHT.bad());
    }

    /** The same colour, as dark as it must be on white. */
    private static Color dark(javafx.scene.paint.Color colour) {
        javafx.scene.paint.Color darker = colour;
        while (Tokens.contrast(darker, javafx.scene.paint.Color.WHITE) < LEAST_CONTRAST) {
            darker = darker.deriveColor(0, 1, 0.95, 1);
        }
        return new Color((float) darker.getRed(), (float) darker.getGreen(), (float) darker.getBlue());
    }

    /** The font of a text; one of the system where ours has not all of its characters. */
    Font font(Lettering style, String text) {
        Font font = fonts.computeIfAbsent(style, PrintInk::load);
        return font.canDisplayUpTo(text) < 0
                ? font
                : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) style.size());
    }

    static Font load(Lettering style) {
        try (InputStream file = FontFiles.open(style.mono(), style.weight())) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont((float) style.size());
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("A font that comes with the program cannot be read.", e);
        }
    }

    double width(String text, Lettering style) {
        return font(style, text).getStringBounds(text, EXACT).getWidth();
    }

    String fitted(String text, Lettering style, double room) {
        return Lettering.fitted(text, room, part -> width(part, style));
    }
}
