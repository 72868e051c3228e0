package io.layerloom.canvas;

import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;

/** Colours and fonts of one theme, ready to draw with. */
final class Ink {

    final Tokens tokens;
    final Lettering title = Lettering.TITLE;
    final Lettering titleSmall = Lettering.TITLE_SMALL;
    final Lettering summary = Lettering.SUMMARY;
    final Lettering summarySmall = Lettering.SUMMARY_SMALL;
    final Lettering foot = Lettering.FOOT;
    final Lettering footStrong = Lettering.FOOT_STRONG;
    final Lettering pill = Lettering.PILL;

    private static final int MOST_CACHED = 4000;

    private record Measured(String text, Lettering style) {}

    private record Scaled(Lettering style, double scale) {}

    private final Map<Measured, Double> widths = new HashMap<>();
    private final Map<NodeSign.Wanted, List<String>> lines = new HashMap<>();
    private final Map<Scaled, Font> fonts = new HashMap<>();
    private final Text ruler = new Text();

    Ink(Theme theme) {
        tokens = Tokens.of(theme);
    }

    /** The colour of a kind of tensor. */
    Color kind(String kind) {
        return kind(tokens, kind);
    }

    static Color kind(Tokens tokens, String kind) {
        return switch (kind) {
            case "image" -> tokens.category("convolution");
            case "sequence" -> tokens.category("recurrent");
            case "tokens" -> tokens.category("regularization");
            case "vector" -> tokens.category("core");
            default -> tokens.faint();
        };
    }

    /** What is laid over a node that is so dear beside the dearest. */
    Color warm(double heat) {
        return tokens.warn().deriveColor(0, 1, 1, 0.06 + 0.34 * heat);
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

    /** A name in the room that it has from afar. */
    List<String> lines(NodeSign.Wanted wanted) {
        if (lines.size() > MOST_CACHED) {
            lines.clear();
        }
        List<String> known = lines.get(wanted);
        if (known == null) { // measuring goes on in another of these maps
            known = NodeSign.lines(wanted, this);
            lines.put(wanted, known);
        }
        return known;
    }

    /** The text, or as much of it as fits the width. */
    String fitted(String text, Lettering style, double room) {
        return Lettering.fitted(text, room, part -> width(part, style));
    }
}
