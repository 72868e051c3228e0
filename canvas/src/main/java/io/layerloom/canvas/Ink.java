package io.layerloom.canvas;

import io.layerloom.themes.Fonts;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;

/** Colours and fonts of one theme, ready to draw with. */
final class Ink {

    private static final String ELLIPSIS = "…";

    final Tokens tokens;
    final Lettering title = new Lettering(false, Fonts.Weight.SEMIBOLD, 13.5);
    final Lettering titleSmall = new Lettering(false, Fonts.Weight.SEMIBOLD, 12);
    final Lettering summary = new Lettering(true, Fonts.Weight.REGULAR, 11.5);
    final Lettering summarySmall = new Lettering(true, Fonts.Weight.REGULAR, 10.5);
    final Lettering foot = new Lettering(false, Fonts.Weight.REGULAR, 10.5);
    final Lettering footStrong = new Lettering(false, Fonts.Weight.MEDIUM, 10.5);
    final Lettering pill = new Lettering(true, Fonts.Weight.MEDIUM, 10);

    private static final int MOST_CACHED = 4000;

    private record Measured(String text, Lettering style) {}

    private record Scaled(Lettering style, double scale) {}

    private final Map<Measured, Double> widths = new HashMap<>();
    private final Map<Scaled, Font> fonts = new HashMap<>();
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

    /**
     * Writes at a place, in world units. The font is taken at the size that is seen, instead of being stretched: so it is hinted, and where strokes of a letter overlap there
     * are no gaps.
     */
    void write(GraphicsContext gc, String text, Lettering style, double x, double y) {
        Affine to = gc.getTransform();
        gc.save();
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.setFont(font(style, to.getMxx()));
        gc.fillText(text, x * to.getMxx() + to.getTx(), Math.rint(y * to.getMyy() + to.getTy()));
        gc.restore();
    }

    private Font font(Lettering style, double scale) {
        if (fonts.size() > MOST_CACHED) {
            fonts.clear();
        }
        return fonts.computeIfAbsent(new Scaled(style, scale), key -> style.at(scale));
    }

    /** How wide a text is, in world units. */
    double width(String text, Lettering style) {
        if (widths.size() > MOST_CACHED) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Measured(text, style), key -> {
            ruler.setFont(style.at(1));
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    /** The text, or as much of it as fits the width. */
    String fitted(String text, Lettering style, double room) {
        if (width(text, style) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + ELLIPSIS, style) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
