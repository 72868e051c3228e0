package io.layerloom.samples;

import static io.layerloom.samples.Strokes.AMBER;
import static io.layerloom.samples.Strokes.GREY;
import static io.layerloom.samples.Strokes.INK;
import static io.layerloom.samples.Strokes.SANS;
import static io.layerloom.samples.Strokes.TEAL;
import static io.layerloom.samples.Strokes.VIOLET;
import static io.layerloom.samples.Strokes.alpha;
import static io.layerloom.samples.Strokes.dot;
import static io.layerloom.samples.Strokes.line;
import static io.layerloom.samples.Strokes.round;
import static io.layerloom.samples.Strokes.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The pictures of the samples that read or write texts. */
final class TextPictures {

    private TextPictures() {}

    /** A window of three words that slides along a sentence. */
    static void phrases(Graphics2D g) {
        List<String> words = List.of("the", "soup", "was", "so", "rich");
        double step = 112;
        for (int k = 0; k < words.size(); k++) {
            round(g, 44 + k * step, 252, 98, 62, GREY, 40);
            text(g, words.get(k), 93 + k * step, 283, 27, INK, SANS);
        }
        Color[] colors = {TEAL, VIOLET, AMBER};
        for (int k = 0; k < colors.length; k++) {
            double from = 44 + k * step;
            round(g, from, 232 - k * 22, 2 * step + 98, 12, colors[k], 255);
            line(g, from + step + 49, 228 - k * 22, 320, 92, colors[k], 200);
        }
        dot(g, 320, 72, 34, VIOLET);
    }

    static void sentence(Graphics2D g, List<String> units, int size, String font) {
        double step = 560.0 / units.size();
        double cell = Math.min(84, step - 26);
        double half = units.size() > 4 ? cell / 2 : 55;
        for (int k = 0; k < units.size(); k++) {
            double x = 40 + step * (k + 0.5);
            if (k + 1 < units.size()) {
                line(g, x + half, 180, x + step - half, 180, VIOLET, 220);
            }
            line(g, x, 248, x, 212, GREY, 160);
            round(g, x - half, 252, 2 * half, 62, GREY, 40);
            text(g, units.get(k), x, 283, size + 6, INK, font);
            round(g, x - half, 148, 2 * half, 64, VIOLET, 60 + 150 * k / units.size());
        }
        double last = 40 + step * (units.size() - 0.5);
        line(g, last, 146, last, 112, TEAL, 220);
        pleased(g, last, 78);
    }

    static void writing(Graphics2D g) {
        List<String> signs = List.of("A", "f", "o", "x", "m", "e");
        for (int k = 0; k < signs.size(); k++) {
            double x = 70 + 84 * k;
            for (int before = 0; before <= k; before++) {
                line(g, 70 + 84 * before, 252, x, 176, VIOLET, before == k ? 220 : 70);
            }
            round(g, x - 30, 252, 60, 62, GREY, 40);
            text(g, signs.get(k), x, 283, 34, INK, SANS);
            round(g, x - 30, 116, 60, 60, VIOLET, 90 + 25 * k);
        }
        line(g, 490, 114, 574, 82, AMBER, 220);
        round(g, 544, 40, 60, 62, AMBER, 60);
        text(g, "t", 574, 71, 34, AMBER, SANS);
    }

    /** All words look at the gap between them, and tell what belongs there. */
    static void gap(Graphics2D g) {
        List<String> words = List.of("a", "hungry", "", "met", "an", "owl");
        int[] weights = {60, 255, 0, 200, 60, 130};
        for (int k = 0; k < words.size(); k++) {
            double x = 70 + 100 * k;
            boolean gap = words.get(k).isEmpty();
            round(g, x - 44, 252, 88, 62, gap ? VIOLET : GREY, gap ? 200 : 40);
            text(g, gap ? "_" : words.get(k), x, 283, 24, gap ? Color.WHITE : INK, SANS);
            if (!gap) {
                g.setColor(alpha(VIOLET, weights[k]));
                g.setStroke(new BasicStroke(1 + weights[k] / 50f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(new Line2D.Double(x, 250, 270, 176));
            }
        }
        round(g, 226, 116, 88, 60, VIOLET, 90);
        line(g, 270, 114, 270, 92, AMBER, 220);
        round(g, 210, 30, 120, 62, AMBER, 60);
        text(g, "fox", 270, 61, 30, AMBER, SANS);
    }

    /** What is written looks back at what was read: the month at its name, the day at its number. */
    static void dates(Graphics2D g) {
        List<String> read = List.of("3", "March", "1999");
        List<String> written = List.of("1999", "03", "03");
        double[] at = {96, 290, 500};
        int[] looks = {2, 1, 0};
        Color[] colours = {TEAL, VIOLET, AMBER};
        for (int k = 0; k < read.size(); k++) {
            line(g, at[looks[k]], 250, at[k], 122, colours[k], 200);
        }
        for (int k = 0; k < read.size(); k++) {
            round(g, at[k] - 68, 252, 136, 62, GREY, 40);
            text(g, read.get(k), at[k], 283, 30, INK, SANS);
            round(g, at[k] - 62, 56, 124, 64, colours[k], 70);
            text(g, written.get(k), at[k], 88, 32, colours[k], SANS);
        }
        text(g, "-", 193, 88, 32, INK, SANS);
        text(g, "-", 395, 88, 32, INK, SANS);
    }

    /** One row of steps from left to right, one from right to left, and the word "not" in the middle. */
    static void bothWays(Graphics2D g) {
        List<String> words = List.of("not", "worth", "the", "price");
        for (int k = 0; k < words.size(); k++) {
            double x = 110 + 140 * k;
            line(g, x, 282, x, 266, GREY, 160);
            line(g, x, 218, x, 202, GREY, 160);
            round(g, x - 55, 282, 110, 56, GREY, 40);
            text(g, words.get(k), x, 310, 30, INK, SANS);
            if (k > 0) {
                line(g, x - 85, 242, x - 55, 242, VIOLET, 220);
                line(g, x - 85, 178, x - 55, 178, AMBER, 220);
            }
            round(g, x - 55, 218, 110, 48, VIOLET, 60 + 40 * k);
            round(g, x - 55, 154, 110, 48, AMBER, 180 - 40 * k);
        }
        line(g, 110, 154, 320, 100, AMBER, 220);
        line(g, 585, 242, 604, 242, VIOLET, 220);
        line(g, 604, 242, 604, 132, VIOLET, 220);
        line(g, 604, 132, 320, 100, VIOLET, 220);
        pleased(g, 320, 66);
    }

    /** One step looks at all others, at some more than at others. */
    static void attention(Graphics2D g) {
        int[] weights = {90, 255, 60, 160, 40};
        for (int k = 0; k < weights.length; k++) {
            double x = 88 + 116 * k;
            g.setColor(alpha(VIOLET, weights[k]));
            g.setStroke(new BasicStroke(1 + weights[k] / 40f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Line2D.Double(436, 176, x, 262));
            round(g, x - 42, 264, 84, 60, GREY, 46);
            dot(g, x, 294, 10, alpha(INK, 70 + weights[k] * 2 / 3));
        }
        for (int k = 0; k < weights.length; k++) {
            double x = 88 + 116 * k;
            round(g, x - 42, 120, 84, 56, k == 3 ? VIOLET : GREY, k == 3 ? 230 : 60);
            line(g, x, 118, 320, 92, TEAL, 200);
        }
        pleased(g, 320, 58);
    }

    private static void pleased(Graphics2D g, double x, double y) {
        dot(g, x, y, 34, TEAL);
        Path2D tick = new Path2D.Double();
        tick.moveTo(x - 14, y + 1);
        tick.lineTo(x - 4, y + 12);
        tick.lineTo(x + 15, y - 12);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(tick);
    }
}
