package io.layerloom.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What the pictures of the samples are drawn with. */
final class Strokes {
    static final Color INK = new Color(0x4a86e8);
    static final Color VIOLET = new Color(0xa060d8);
    static final Color TEAL = new Color(0x22a39b);
    static final Color AMBER = new Color(0xd08a1e);
    static final Color GREY = new Color(0x8894a4);
    static final String SANS = "DejaVu Sans";

    private Strokes() {}

    static void map(Graphics2D g, float[][] values, double x, double y, double size, Color color) {
        double cell = size / values.length;
        round(g, x - 6, y - 6, size + 12, size + 12, GREY, 34);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values.length; column++) {
                g.setColor(alpha(color, Math.round(255 * Math.min(1, values[row][column]))));
                g.fill(new Rectangle2D.Double(x + column * cell, y + row * cell, cell, cell));
            }
        }
    }

    static void line(Graphics2D g, double x1, double y1, double x2, double y2, Color color, int opacity) {
        g.setColor(alpha(color, opacity));
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    static void dot(Graphics2D g, double x, double y, double radius, Color color) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    static void round(Graphics2D g, double x, double y, double width, double height, Color color, int opacity) {
        g.setColor(alpha(color, opacity));
        g.fill(new RoundRectangle2D.Double(x, y, width, height, 14, 14));
    }

    static void text(Graphics2D g, String text, double x, double y, int size, Color color, String font) {
        g.setFont(new Font(font, Font.PLAIN, size));
        g.setColor(color);
        var metrics = g.getFontMetrics();
        g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float)
                (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    static Color alpha(Color color, int opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    static double[] spread(int count, double from, double to) {
        double[] places = new double[count];
        for (int k = 0; k < count; k++) {
            places[k] = from + (to - from) * k / (count - 1);
        }
        return places;
    }
}
