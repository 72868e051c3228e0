package io.layerloom.themes;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Lets a bundled Latin font borrow Chinese, Japanese and Korean glyphs from an installed family.
 *
 * <p>JavaFX 21 on Linux only falls back to TrueType outlines, so the common Noto CJK (CFF outlines) shows boxes beside a Latin font although it is installed and
 * works by name. JavaFX can add a family to a font's own list of fallbacks, but keeps that door internal; this class knocks by reflection, and the caller measures
 * whether it opened.
 */
final class HanFallback {
    private static final double SIZE = 100;

    private HanFallback() {}

    /** Whether {@code family} can show Chinese: such a glyph is one em wide, the box that stands for a missing one is not. */
    static boolean works(String family) {
        Text probe = new Text("中");
        probe.setFont(Font.font(family, SIZE));
        return Math.abs(probe.getLayoutBounds().getWidth() - SIZE) < SIZE / 20;
    }

    /** Adds {@code han} to the fallbacks of each of {@code families}; false when this JavaFX does not allow it. */
    static boolean lend(String han, List<String> families) {
        try {
            Class<?> composite = Class.forName("com.sun.javafx.font.CompositeFontResource");
            for (String family : families) {
                // At another size than works() measures with, because the font keeps the advances it has seen.
                Object resource = resource(Font.font(family, 12));
                if (!composite.isInstance(resource)) {
                    return false;
                }
                composite.getMethod("getSlotForFont", String.class).invoke(resource, han);
            }
            return true;
        } catch (ReflectiveOperationException closed) {
            return false;
        }
    }

    private static Object resource(Font font) throws ReflectiveOperationException {
        Object nativeFont = Class.forName("com.sun.javafx.scene.text.FontHelper")
                .getMethod("getNativeFont", Font.class)
                .invoke(null, font);
        return Class.forName("com.sun.javafx.font.PGFont")
                .getMethod("getFontResource")
                .invoke(nativeFont);
    }
}
