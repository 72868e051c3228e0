package io.layerloom.samples;

import static io.layerloom.samples.Digits.convolve;
import static io.layerloom.samples.Digits.digit;
import static io.layerloom.samples.Digits.pool;
import static io.layerloom.samples.Strokes.AMBER;
import static io.layerloom.samples.Strokes.GREY;
import static io.layerloom.samples.Strokes.INK;
import static io.layerloom.samples.Strokes.SANS;
import static io.layerloom.samples.Strokes.TEAL;
import static io.layerloom.samples.Strokes.VIOLET;
import static io.layerloom.samples.Strokes.alpha;
import static io.layerloom.samples.Strokes.dot;
import static io.layerloom.samples.Strokes.line;
import static io.layerloom.samples.Strokes.map;
import static io.layerloom.samples.Strokes.round;
import static io.layerloom.samples.Strokes.spread;
import static io.layerloom.samples.Strokes.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Random;

/** Digits of the data on their way through networks, drawn for the cards of the samples. */
final class DigitPictures {

    private DigitPictures() {}

    static void dense(Graphics2D g) {
        float[][] digit = digit(7);
        map(g, digit, 44, 80, 200, INK);
        double[] hidden = spread(9, 34, 326);
        double[] out = spread(10, 26, 334);
        for (double y : hidden) {
            for (double from : spread(6, 90, 270)) {
                line(g, 250, from, 378, y, GREY, 70);
            }
            for (double to : out) {
                line(g, 378, y, 560, to, GREY, 46);
            }
        }
        for (double y : hidden) {
            line(g, 378, y, 560, out[7], VIOLET, 150);
            dot(g, 378, y, 11, VIOLET);
        }
        for (int k = 0; k < out.length; k++) {
            dot(g, 560, out[k], k == 7 ? 12 : 9, k == 7 ? VIOLET : GREY);
            text(g, Integer.toString(k), 596, out[k], 24, k == 7 ? VIOLET : GREY, SANS);
        }
    }

    static void convolutions(Graphics2D g) {
        float[][] digit = digit(5);
        map(g, digit, 28, 110, 140, INK);
        float[][][] kernels = {
            {{-1, -1, -1}, {2, 2, 2}, {-1, -1, -1}},
            {{-1, 2, -1}, {-1, 2, -1}, {-1, 2, -1}},
            {{-1, -1, 2}, {-1, 2, -1}, {2, -1, -1}}
        };
        Color[] colors = {TEAL, VIOLET, AMBER};
        for (int k = 0; k < kernels.length; k++) {
            double y = 24 + k * 108;
            float[][] found = convolve(digit, kernels[k]);
            line(g, 172, 180, 222, y + 48, GREY, 130);
            map(g, found, 228, y + 6, 84, colors[k]);
            line(g, 320, y + 48, 366, y + 48, GREY, 130);
            map(g, pool(found), 374, y + 12, 72, colors[k]);
            for (double to : spread(10, 26, 334)) {
                line(g, 448, y + 48, 560, to, GREY, 40);
            }
            line(g, 448, y + 48, 560, spread(10, 26, 334)[5], colors[k], 200);
        }
        double[] out = spread(10, 26, 334);
        for (int k = 0; k < out.length; k++) {
            dot(g, 560, out[k], k == 5 ? 12 : 9, k == 5 ? INK : GREY);
            text(g, Integer.toString(k), 596, out[k], 24, k == 5 ? INK : GREY, SANS);
        }
    }

    /** A digit, and what the kernels of the sample make of it. */
    static void filters(Graphics2D g) {
        float[][] digit = digit(2);
        map(g, digit, 40, 90, 180, INK);
        float[][][] kernels = {
            {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}},
            {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}},
            {{-1, -1, -1}, {-1, 8, -1}, {-1, -1, -1}},
            {{0.0625f, 0.125f, 0.0625f}, {0.125f, 0.25f, 0.125f}, {0.0625f, 0.125f, 0.0625f}}
        };
        Color[] colors = {TEAL, VIOLET, AMBER, INK};
        for (int k = 0; k < kernels.length; k++) {
            double x = 330 + k % 2 * 144;
            double y = 44 + k / 2 * 144;
            line(g, 224, 180, x - 6, y + 64, GREY, 90);
            map(g, convolve(digit, kernels[k]), x, y, 128, colors[k]);
        }
    }

    static void shortcuts(Graphics2D g) {
        map(g, digit(3), 28, 128, 104, INK);
        line(g, 134, 180, 600, 180, GREY, 200);
        block(g, 168, INK);
        block(g, 240, AMBER);
        arc(g, 152, 322, 68, TEAL);
        sum(g, 322, TEAL, true);
        block(g, 360, INK);
        block(g, 432, AMBER);
        arc(g, 346, 514, -68, VIOLET);
        sum(g, 514, VIOLET, false);
        for (int k = 0; k < 5; k++) {
            dot(g, 600, 116 + k * 32, k == 2 ? 12 : 8, k == 2 ? INK : GREY);
        }
    }

    /** One layer behind the other, as high as it is wide in truth; every other one in {@code color}. */
    static void tower(Graphics2D g, int digit, Color color, double... heights) {
        map(g, digit(digit), 28, 128, 104, INK);
        line(g, 134, 180, 600, 180, GREY, 200);
        for (int k = 0; k < heights.length; k++) {
            round(g, 160 + k * 58, 180 - heights[k] / 2, 40, heights[k], k % 2 == 0 ? color : GREY, 255);
        }
        ends(g, digit, color);
    }

    /** Four ways side by side, with windows of different sizes. */
    static void lanes(Graphics2D g) {
        map(g, digit(4), 28, 128, 104, INK);
        double[] ways = spread(4, 66, 294);
        double[] sides = {28, 46, 66, 40};
        Color[] colors = {INK, TEAL, VIOLET, AMBER};
        for (int k = 0; k < ways.length; k++) {
            line(g, 136, 180, 230, ways[k], GREY, 160);
            line(g, 230, ways[k], 350, ways[k], GREY, 160);
            line(g, 350, ways[k], 440, 180, GREY, 160);
            round(g, 290 - sides[k] / 2, ways[k] - sides[k] / 2, sides[k], sides[k], colors[k], 255);
        }
        line(g, 440, 180, 600, 180, GREY, 200);
        for (int k = 0; k < colors.length; k++) {
            round(g, 440, 120 + k * 30, 52, 28, colors[k], 255);
        }
        ends(g, 4, INK);
    }

    /** A digit goes through layers that become narrower and wider again; what comes out is a little blurred. */
    static void bottleneck(Graphics2D g) {
        map(g, digit(8), 24, 112, 136, INK);
        double[] heights = {220, 150, 84, 34, 84, 150, 220};
        line(g, 164, 180, 476, 180, GREY, 200);
        for (int k = 0; k < heights.length; k++) {
            round(g, 184 + 40 * k, 180 - heights[k] / 2, 26, heights[k], k == 3 ? AMBER : k < 3 ? TEAL : VIOLET, 255);
        }
        float[][] third = new float[3][3];
        for (float[] row : third) {
            Arrays.fill(row, 1 / 3f);
        }
        map(g, convolve(digit(8), third), 480, 112, 136, VIOLET);
    }

    /** Layers of which some have learned, one learns to give back what comes in, and others are still to come. */
    static void oneByOne(Graphics2D g) {
        map(g, digit(4), 40, 108, 144, INK);
        line(g, 190, 180, 222, 180, GREY, 200);
        for (int layer = 0; layer < 6; layer++) {
            double left = 226 + layer * 62;
            boolean learns = layer == 3;
            round(g, left, 90, 34, 180, layer < 3 ? TEAL : learns ? VIOLET : GREY, layer > 3 ? 90 : 255);
            line(g, left + 34, 180, left + 58, 180, GREY, layer > 3 ? 90 : 200);
        }
        line(g, 429, 282, 429, 312, VIOLET, 255);
        line(g, 429, 312, 367, 312, VIOLET, 255);
        line(g, 367, 312, 367, 282, VIOLET, 255);
    }

    /** Two digits through twins, and what they say together. */
    static void twins(Graphics2D g) {
        map(g, digit(3), 40, 46, 112, INK);
        map(g, digit(5), 40, 202, 112, INK);
        for (double y : new double[] {102, 258}) {
            line(g, 162, y, 214, y, GREY, 200);
            round(g, 214, y - 46, 40, 92, VIOLET, 255);
            round(g, 268, y - 34, 40, 68, VIOLET, 190);
            round(g, 322, y - 22, 40, 44, VIOLET, 130);
            line(g, 370, y, 456, 180, GREY, 200);
        }
        line(g, 234, 152, 234, 208, AMBER, 220);
        line(g, 288, 140, 288, 220, AMBER, 220);
        line(g, 342, 128, 342, 232, AMBER, 220);
        text(g, "≠", 508, 180, 76, TEAL, SANS);
    }

    /** A digit becomes a cloud of points; from one of them comes a digit again. */
    static void clouds(Graphics2D g) {
        map(g, digit(6), 24, 112, 136, INK);
        line(g, 168, 180, 250, 180, GREY, 200);
        Random random = new Random(4);
        Color[] colors = {TEAL, VIOLET, AMBER};
        double[][] centres = {{282, 130}, {352, 176}, {300, 236}};
        for (int cloud = 0; cloud < colors.length; cloud++) {
            for (int k = 0; k < 60; k++) {
                double x = centres[cloud][0] + 17 * random.nextGaussian();
                double y = centres[cloud][1] + 17 * random.nextGaussian();
                dot(g, x, y, 4, alpha(colors[cloud], 150));
            }
        }
        line(g, 352, 176, 476, 180, VIOLET, 220);
        map(g, digit(6), 480, 112, 136, VIOLET);
    }

    /** Small arrows below vote for ten above, each in a direction of its own; the longest says which digit it is. */
    static void capsules(Graphics2D g) {
        Random random = new Random(3);
        map(g, digit(6), 28, 108, 144, INK);
        double[] above = spread(10, 40, 320);
        for (double x : spread(4, 216, 330)) {
            for (double y : spread(6, 72, 288)) {
                line(g, x, y, 470, above[6], GREY, 70);
                arrow(g, x, y, 10 + 10 * random.nextDouble(), 2 * Math.PI * random.nextDouble(), TEAL);
            }
        }
        for (int k = 0; k < above.length; k++) {
            boolean surest = k == 6;
            double turn = surest ? 0 : 1.6 * random.nextDouble() - 0.8;
            arrow(g, 480, above[k], surest ? 90 : 12 + 6 * random.nextDouble(), turn, surest ? VIOLET : GREY);
            text(g, Integer.toString(k), 606, above[k], 22, surest ? VIOLET : GREY, SANS);
        }
    }

    private static void arrow(Graphics2D g, double x, double y, double length, double turn, Color color) {
        double tipX = x + length * Math.cos(turn);
        double tipY = y + length * Math.sin(turn);
        line(g, x, y, tipX, tipY, color, 255);
        dot(g, tipX, tipY, 4, color);
    }

    /** Random numbers become a digit, which stands against a real one. */
    static void rivals(Graphics2D g) {
        Random random = new Random(5);
        for (int k = 0; k < 9; k++) {
            dot(g, 56, 60 + k * 16, 2 + 4 * random.nextDouble(), VIOLET);
        }
        line(g, 72, 124, 150, 124, GREY, 200);
        round(g, 150, 76, 40, 96, VIOLET, 255);
        line(g, 190, 124, 236, 124, GREY, 200);
        map(g, digit(6), 242, 72, 104, VIOLET);
        map(g, digit(3), 242, 196, 104, INK);
        line(g, 352, 124, 430, 172, GREY, 200);
        line(g, 352, 248, 430, 190, GREY, 200);
        round(g, 430, 132, 40, 96, TEAL, 255);
        line(g, 470, 181, 560, 181, GREY, 200);
        dot(g, 578, 181, 14, TEAL);
    }

    private static void ends(Graphics2D g, int digit, Color color) {
        for (int k = 0; k < 10; k++) {
            dot(g, 606, 45 + k * 30, k == digit ? 11 : 7, k == digit ? color : GREY);
        }
    }

    private static void block(Graphics2D g, double x, Color color) {
        round(g, x, 144, 52, 72, color, 255);
    }

    private static void sum(Graphics2D g, double x, Color color, boolean plus) {
        dot(g, x, 180, 19, color);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (plus) {
            g.draw(new Line2D.Double(x - 8, 180, x + 8, 180));
            g.draw(new Line2D.Double(x, 172, x, 188));
        } else {
            g.draw(new Line2D.Double(x - 7, 174, x + 7, 174));
            g.draw(new Line2D.Double(x - 7, 186, x + 7, 186));
        }
    }

    private static void arc(Graphics2D g, double from, double to, double rise, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(from, 180);
        path.curveTo(from, 180 - rise * 1.9, to, 180 - rise * 1.9, to, 180);
        g.setColor(color);
        g.setStroke(new BasicStroke(4));
        g.draw(path);
    }
}
