package io.layerloom.themes;

import io.layerloom.themes.Fonts.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The whole style sheet of a theme as one address.
 *
 * <p>It is the AtlantaFX sheet, then our tokens, then our rules, all as the sheet of the whole program, so that menus, dialogs and popovers, which have scenes of
 * their own, follow without being told.
 */
final class StyleSheet {
    /** The lengths that follow the size of text. Room between and around things stays, as do lines and corners: larger text leaves them less. Signs that controls draw by their padding have it in {@code em}. */
    private static final Pattern OF_TEXT = Pattern.compile(
            "(-fx-(?:font-size|icon-size|size|(?:fixed-)?cell-size|(?:min|pref|max)-(?:width|height)|tab-(?:min|max)-(?:width|height)):\\s*)(\\d+(?:\\.\\d+)?)px");

    private StyleSheet() {}

    /** The sheet of {@code theme} as a {@code data:} address; {@code transparent} where windows can be, so that what floats has a shadow. */
    static String address(Theme theme, TextSize size, boolean transparent) {
        return address(text(theme, size) + (transparent ? "" : read("opaque.css")));
    }

    /** A sheet of another module as a {@code data:} address. */
    static String address(URL file, TextSize size) {
        try (InputStream in = file.openStream()) {
            return address(filled(text(in), size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String sheet) {
        byte[] css = sheet.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(css);
    }

    static String text(Theme theme, TextSize size) {
        return filled(
                read(theme.base())
                        + tokens(Tokens.of(theme))
                        + read("layerloom.css")
                        + read("controls.css")
                        + Icons.rules(),
                size);
    }

    private static String filled(String css, TextSize size) {
        return OF_TEXT.matcher(withFonts(css))
                .replaceAll(length -> length.group(1) + size.of(Double.parseDouble(length.group(2))) + "px");
    }

    /** The looked-up colours, one for each component of {@link Tokens}. */
    static String tokens(Tokens tokens) {
        StringBuilder css = new StringBuilder("\n.root {\n");
        for (RecordComponent component : Tokens.class.getRecordComponents()) {
            if (component.getType() == Color.class) {
                css.append("  ").append(property(component.getName())).append(": ");
                css.append(css(read(component, tokens))).append(";\n");
            }
        }
        css.append("  -ll-category: -ll-faint;\n}\n");
        for (Map.Entry<String, Color> category : new TreeMap<>(tokens.categories()).entrySet()) {
            css.append('.').append(Styles.category(category.getKey())).append(" { -ll-category: ");
            css.append(css(category.getValue())).append("; }\n");
        }
        return css.toString();
    }

    /** {@code accentSoft} → {@code -ll-accent-soft}. */
    static String property(String component) {
        return "-ll-" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String css(Color color) {
        return String.format(
                Locale.ROOT,
                "rgba(%d, %d, %d, %.3f)",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255),
                color.getOpacity());
    }

    private static Color read(RecordComponent component, Tokens tokens) {
        try {
            return (Color) component.getAccessor().invoke(tokens);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Tokens." + component.getName() + " cannot be read", e);
        }
    }

    private static String withFonts(String css) {
        String result = css;
        for (Weight weight : Weight.values()) {
            String name = weight.name().toLowerCase(Locale.ROOT);
            result = result.replace("${ui." + name + "}", Fonts.css(false, weight))
                    .replace("${mono." + name + "}", Fonts.css(true, weight));
        }
        return result;
    }

    private static String read(String resource) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The style sheet " + resource + " is missing from the program");
            }
            return text(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
