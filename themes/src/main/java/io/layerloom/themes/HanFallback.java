package io.layerloom.themes;

import java.lang.System.Logger.Level;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Lets a bundled Latin font borrow Chinese, Japanese and Korean glyphs from an installed family.
 *
 * <p>JavaFX 21 on Linux only falls back to TrueType outlines, so the common Noto CJK (CFF outlines) shows boxes beside a Latin font although it is installed and
 * works by name. And where it borrows, it takes the regular face for every weight, for it knows Inter SemiBold as a family of its own and not as a bold one. JavaFX can add a family to a font's own list of fallbacks, but keeps that door internal; this class knocks by reflection, and the caller measures
 * whether it opened.
 */
final class HanFallback {
    private static final System.Logger LOG = System.getLogger(HanFallback.class.getName());
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

    /**
     * Puts a face, such as "Noto Sans CJK SC Bold", before all fallbacks that the system has for a family; without effect when this JavaFX does not allow it. To be called before anything is measured in the family, because a
     * font keeps the glyphs it has seen.
     */
    static void prefer(String face, String family) {
        try {
            Object composite = resource(Font.font(family, 12));
            Object fallbacks = field(composite.getClass(), "fallbackResource").get(composite);
            Class<?> type = fallbacks.getClass();
            // The lists are filled when they are first looked at.
            type.getMethod("getSlotForFont", String.class).invoke(fallbacks, face);
            Class<?> factory = Class.forName("com.sun.javafx.font.PrismFontFactory");
            Object font = factory.getMethod("getFontResource", String.class, String.class, boolean.class)
                    .invoke(factory.getMethod("getFontFactory").invoke(null), face, null, false);
            if (font != null) {
                prepend(field(type, "fallbacks"), fallbacks, font);
                prepend(field(type, "linkedFontNames"), fallbacks, face);
                prepend(field(type, "linkedFontFiles"), fallbacks, "");
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            LOG.log(Level.DEBUG, "This JavaFX chooses by itself which font lends Chinese glyphs.", closed);
        }
    }

    private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void prepend(Field field, Object owner, Object first) throws ReflectiveOperationException {
        Object before = field.get(owner);
        int length = Array.getLength(before);
        Object after = Array.newInstance(before.getClass().getComponentType(), length + 1);
        Array.set(after, 0, first);
        System.arraycopy(before, 0, after, 1, length);
        field.set(owner, after);
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
