package io.layerloom.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The two font families of the program, in three weights, able to show Chinese.
 *
 * <p>Inter and JetBrains Mono come with the program. Where they cannot borrow Chinese glyphs from the system, an installed family that has both scripts takes
 * their place: plain, but never boxes.
 */
public final class Fonts {
    private static final List<String> BUNDLED = List.of(
            "Inter-Regular",
            "Inter-Medium",
            "Inter-SemiBold",
            "JetBrainsMono-Regular",
            "JetBrainsMono-Medium",
            "JetBrainsMono-SemiBold");
    private static final List<String> HAN = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "PingFang SC");
    private static final List<String> HAN_MONO =
            List.of("Noto Sans Mono CJK SC", "Source Han Mono SC", "WenQuanYi Micro Hei Mono");

    private static final Face UI;
    private static final Face MONO;

    static {
        Set<String> loaded = new HashSet<>();
        BUNDLED.forEach(name -> load(name).ifPresent(font -> loaded.add(font.getFamily())));
        Set<String> installed = new HashSet<>(Font.getFamilies());
        Optional<String> han = han();
        Face inter = Face.bundled("Inter");
        Face jetBrains = Face.bundled("JetBrains Mono");
        boolean complete = loaded.containsAll(inter.families()) && loaded.containsAll(jetBrains.families());
        if (complete && showsChinese(han, inter, jetBrains)) {
            UI = inter;
            MONO = jetBrains;
        } else {
            UI = Face.installed(han.orElse("System"));
            MONO = Face.installed(
                    HAN_MONO.stream().filter(installed::contains).findFirst().orElse("Monospaced"));
        }
    }

    private Fonts() {}

    /** The three weights in use. */
    public enum Weight {
        REGULAR,
        MEDIUM,
        SEMIBOLD
    }

    /** Whether Chinese can be read in the interface font; otherwise each of its characters is a box. */
    public static boolean showsChinese() {
        return HanFallback.works(uiFamily());
    }

    /** The family of all text that is not code or figures. */
    public static String uiFamily() {
        return UI.regular;
    }

    /** The family of code, shapes and columns of figures. */
    static String monoFamily() {
        return MONO.regular;
    }

    /** The interface font at {@code size}. */
    public static Font ui(double size) {
        return UI.font(Weight.REGULAR, size);
    }

    /** The interface font at {@code size} and {@code weight}. */
    public static Font ui(double size, Weight weight) {
        return UI.font(weight, size);
    }

    /** The monospaced font at {@code size}. */
    public static Font mono(double size) {
        return MONO.font(Weight.REGULAR, size);
    }

    /** The monospaced font at {@code size} and {@code weight}. */
    public static Font mono(double size, Weight weight) {
        return MONO.font(weight, size);
    }

    /** The declarations that set {@code weight} of a family in a style sheet. */
    static String css(boolean mono, Weight weight) {
        return (mono ? MONO : UI).css(weight);
    }

    private static boolean showsChinese(Optional<String> han, Face... faces) {
        // With no Chinese font on the machine nothing can be done, and Latin should look its best.
        if (han.isEmpty()) {
            return true;
        }
        for (Face face : faces) {
            HanFallback.prefer(han.get(), face.regular());
            HanFallback.prefer(han.get(), face.medium());
            HanFallback.prefer(bold(han.get()).orElse(han.get()), face.semibold());
            for (String family : face.families()) {
                if (!HanFallback.works(family) && !HanFallback.lend(han.get(), List.of(family))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The full name of the bold face of an installed family, where it has one of its own. */
    static Optional<String> bold(String family) {
        String name = Font.font(family, FontWeight.BOLD, Measure.BODY).getName();
        boolean own = !name.equals(Font.font(family, Measure.BODY).getName());
        return own && Font.getFontNames(family).contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** The installed family that shows Chinese; empty where there is none of those that are known. */
    static Optional<String> han() {
        List<String> installed = Font.getFamilies();
        return HAN.stream().filter(installed::contains).findFirst();
    }

    private static Optional<Font> load(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + name + ".ttf")) {
            return in == null ? Optional.empty() : Optional.ofNullable(Font.loadFont(in, Measure.BODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A family by the names under which JavaFX knows its weights; it only tells regular from bold by itself. */
    private record Face(String regular, String medium, String semibold, boolean boldIsSemibold) {

        static Face bundled(String family) {
            return new Face(family, family + " Medium", family + " SemiBold", false);
        }

        static Face installed(String family) {
            return new Face(family, family, family, true);
        }

        List<String> families() {
            return List.of(regular, medium, semibold);
        }

        String family(Weight weight) {
            return switch (weight) {
                case REGULAR -> regular;
                case MEDIUM -> medium;
                case SEMIBOLD -> semibold;
            };
        }

        private boolean bold(Weight weight) {
            return boldIsSemibold && weight == Weight.SEMIBOLD;
        }

        Font font(Weight weight, double size) {
            return Font.font(family(weight), bold(weight) ? FontWeight.BOLD : FontWeight.NORMAL, size);
        }

        String css(Weight weight) {
            return "-fx-font-family: \"" + family(weight) + "\"; -fx-font-weight: "
                    + (bold(weight) ? "bold" : "normal");
        }
    }
}
