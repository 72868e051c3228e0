package io.layerloom.themes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * Every colour of a theme, by meaning.
 *
 * <p>This is the only place where a colour is written down: code that draws on a canvas reads it here, and {@link StyleSheet} turns the very same values into
 * looked-up colours, so that {@code accentSoft} is {@code -ll-accent-soft} in a style sheet.
 *
 * @param background behind everything: canvas, window
 * @param panel rails, bars, inspector, drawers
 * @param raised cards, nodes, menus, tooltips
 * @param field inside of text fields and quiet boxes
 * @param line borders and separators
 * @param grid dots and lines behind a drawing
 * @param text what people read
 * @param muted secondary text; still 4.5 : 1 on every background above
 * @param faint ornaments, placeholders, marks of an axis; 3 : 1
 * @param accent selected things, links, what can be done next; as text or line
 * @param accentFill the accent as a filled area with {@code onAccent} on it
 * @param accentSoft background of something selected
 * @param onAccent text on {@code accentFill}
 * @param ok something went well
 * @param okSoft background of a good message
 * @param warn a caution
 * @param warnSoft background of a caution
 * @param bad a problem
 * @param badSoft background of a problem
 * @param hover background under the pointer
 * @param pressed background of a pressed thing
 * @param shadow colour of a card's shadow
 * @param training curves of training
 * @param validation curves of validation
 * @param categories edge colour for each layer category, by its lower-case id, and for {@code output}
 * @param series muted colours for further runs in a chart
 * @param changes marks of what differs between two networks, by its lower-case name; told apart without red or green, too
 */
public record Tokens(
        Color background,
        Color panel,
        Color raised,
        Color field,
        Color line,
        Color grid,
        Color text,
        Color muted,
        Color faint,
        Color accent,
        Color accentFill,
        Color accentSoft,
        Color onAccent,
        Color ok,
        Color okSoft,
        Color warn,
        Color warnSoft,
        Color bad,
        Color badSoft,
        Color hover,
        Color pressed,
        Color shadow,
        Color training,
        Color validation,
        Map<String, Color> categories,
        List<Color> series,
        Map<String, Color> changes) {

    private static final Tokens LIGHT = new Tokens(
            Color.web("#f6f7f9"),
            Color.web("#ffffff"),
            Color.web("#ffffff"),
            Color.web("#f6f7f9"),
            Color.web("#dfe3e8"),
            Color.web("#dde2e8"),
            Color.web("#1d2530"),
            Color.web("#5f6b7a"),
            Color.web("#7f8a98"),
            Color.web("#1a66dd"),
            Color.web("#1f6feb"),
            Color.web("#eaf1fe"),
            Color.web("#ffffff"),
            Color.web("#1a7f37"),
            Color.web("#e6f5ea"),
            Color.web("#985a00"),
            Color.web("#fdf3e1"),
            Color.web("#c5322b"),
            Color.web("#fdeceb"),
            Color.web("#eff2f6"),
            Color.web("#e4e8ee"),
            Color.web("#101828", 0.10),
            Color.web("#1f6feb"),
            Color.web("#b26a00"),
            Map.ofEntries(
                    Map.entry("input_output", Color.web("#7c8998")),
                    Map.entry("output", Color.web("#d2522a")),
                    Map.entry("core", Color.web("#8a3fc7")),
                    Map.entry("convolution", Color.web("#3d6fe0")),
                    Map.entry("pooling", Color.web("#138f86")),
                    Map.entry("resizing", Color.web("#0b82a8")),
                    Map.entry("recurrent", Color.web("#c2347d")),
                    Map.entry("attention", Color.web("#6a5acd")),
                    Map.entry("merge", Color.web("#5d7a22")),
                    Map.entry("regularization", Color.web("#b26a00")),
                    Map.entry("blocks", Color.web("#7a4b2a"))),
            List.of(
                    Color.web("#7b61c9"),
                    Color.web("#2f9188"),
                    Color.web("#b8567f"),
                    Color.web("#7d8b3a"),
                    Color.web("#a9713f"),
                    Color.web("#5c86a8")),
            Map.of(
                    "added", Color.web("#00785a"),
                    "removed", Color.web("#c24e00"),
                    "settings", Color.web("#9c3f80"),
                    "shape", Color.web("#7a6800")));

    private static final Tokens DARK = new Tokens(
            Color.web("#0f1318"),
            Color.web("#161b22"),
            Color.web("#1c232c"),
            Color.web("#0f1318"),
            Color.web("#2a323d"),
            Color.web("#1e252e"),
            Color.web("#e6edf3"),
            Color.web("#8b98a8"),
            Color.web("#6f7d8d"),
            Color.web("#4c9aff"),
            Color.web("#1f6feb"),
            Color.web("#1b2a40"),
            Color.web("#ffffff"),
            Color.web("#3fb950"),
            Color.web("#15281c"),
            Color.web("#e3a13a"),
            Color.web("#2b2314"),
            Color.web("#f0655f"),
            Color.web("#311b1d"),
            Color.web("#212933"),
            Color.web("#2a333f"),
            Color.web("#000000", 0.40),
            Color.web("#4c9aff"),
            Color.web("#e3a13a"),
            Map.ofEntries(
                    Map.entry("input_output", Color.web("#8b98a8")),
                    Map.entry("output", Color.web("#ff8f6b")),
                    Map.entry("core", Color.web("#c792ea")),
                    Map.entry("convolution", Color.web("#7aa2ff")),
                    Map.entry("pooling", Color.web("#5cc8c0")),
                    Map.entry("resizing", Color.web("#6cc3e0")),
                    Map.entry("recurrent", Color.web("#f27fb2")),
                    Map.entry("attention", Color.web("#a8b0ff")),
                    Map.entry("merge", Color.web("#a3c463")),
                    Map.entry("regularization", Color.web("#e3a13a")),
                    Map.entry("blocks", Color.web("#d2a679"))),
            List.of(
                    Color.web("#a594e0"),
                    Color.web("#5fb3aa"),
                    Color.web("#d48bab"),
                    Color.web("#a5b267"),
                    Color.web("#cc9c6f"),
                    Color.web("#86abc9")),
            Map.of(
                    "added", Color.web("#35c79c"),
                    "removed", Color.web("#ff8a4c"),
                    "settings", Color.web("#e59fcb"),
                    "shape", Color.web("#e6d84f")));

    /** The colours of {@code theme}. */
    public static Tokens of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /** The edge colour of a layer category such as {@code "convolution"} (any case); {@link #faint} for one that this version does not know. */
    public Color category(String id) {
        return categories.getOrDefault(id.toLowerCase(Locale.ROOT), faint);
    }

    /** The mark of what differs, such as {@code "added"} (any case); {@link #faint} for one that this version does not know. */
    public Color change(String id) {
        return changes.getOrDefault(id.toLowerCase(Locale.ROOT), faint);
    }

    /** The colour of the {@code index}-th further run in a chart; colours repeat after {@code series().size()}. */
    public Color series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /** The contrast of two opaque colours as WCAG 2 defines it, 1 to 21. */
    public static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
