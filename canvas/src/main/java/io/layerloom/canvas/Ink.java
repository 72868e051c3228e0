package io.layerloom.canvas;

import io.layerloom.themes.Fonts;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Colours and fonts of one theme, ready to draw with. */
final class Ink {

    private static final String ELLIPSIS = "…";

    final Tokens tokens;
    final Font title = Fonts.ui(13.5, Fonts.Weight.SEMIBOLD);
    final Font titleSmall = Fonts.ui(12, Fonts.Weight.SEMIBOLD);
    final Font summary = Fonts.mono(11.5);
    final Font summarySmall = Fonts.mono(10.5);
    final Font foot = Fonts.ui(10.5);
    final Font footStrong = Fonts.ui(10.5, Fonts.Weight.MEDIUM);
    final Font pill = Fonts.mono(10, Fonts.Weight.MEDIUM);

    private record Measured(String text, Font font) {}

    private final Map<Measured, Double> widths = new HashMap<>();
    private final Text ruler = new Text();

    Ink(Theme theme) {
        tokens = Tokens.of(theme);
    }

    /** The colour of a kind of tensor. */
    Color kind(String kind) {
        return switch (kind) {
            case "image" -> tokens.category("convolution");
            case "sequence" -> tokens.category("recurrent");
            case "tokens" -> tokens.category("regularization");
            case "vector" -> tokens.category("core");
            default -> tokens.faint();
        };
    }

    double width(String text, Font font) {
        if (widths.size() > 4000) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Measured(text, font), key -> {
            ruler.setFont(font);
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    /** The text, or as much of it as fits the width. */
    String fitted(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + ELLIPSIS, font) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
