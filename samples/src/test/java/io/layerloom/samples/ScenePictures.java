package io.layerloom.samples;

import static io.layerloom.samples.Strokes.AMBER;
import static io.layerloom.samples.Strokes.GREY;
import static io.layerloom.samples.Strokes.INK;
import static io.layerloom.samples.Strokes.SANS;
import static io.layerloom.samples.Strokes.TEAL;
import static io.layerloom.samples.Strokes.VIOLET;
import static io.layerloom.samples.Strokes.line;
import static io.layerloom.samples.Strokes.round;
import static io.layerloom.samples.Strokes.text;

import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.engine.kit.ShapeQuestions;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Pictures of the data with geometric shapes, and what networks find on them, drawn for the cards of the samples. */
final class ScenePictures {

    /** Height and width of a picture of the data. */
    private static final int PIXELS = 64;

    /** Height and width of such a picture on a card. */
    private static final double SIDE = 268;

    private static final double TOP = (SamplePictures.HEIGHT - SIDE) / 2;

    /** By what an object is. */
    private static final Color[] KINDS = {INK, VIOLET, AMBER};

    private ScenePictures() {}

    /** Two pictures of the data with the boxes around what is on them. */
    static void boxes(Graphics2D g) {
        Examples pictures = ShapePictures.of(2, PIXELS, ShapePictures.MOST, 4);
        for (int at = 0; at < pictures.size(); at++) {
            double left = 40 + at * (SIDE + 24);
            int number = at;
            dots(g, PIXELS, left, TOP, SIDE / PIXELS, pixel -> colour(pictures, number, pixel));
            pictures.boxes().get(at).forEach(box -> frame(g, box, left));
        }
    }

    /** A picture of the data twice: with regions in which something may be, and with what is there. */
    static void regions(Graphics2D g) {
        Examples pictures = ShapePictures.of(1, PIXELS, ShapePictures.MOST, 8);
        Random random = new Random(5);
        for (double left : new double[] {40, 64 + SIDE}) {
            dots(g, PIXELS, left, TOP, SIDE / PIXELS, pixel -> colour(pictures, 0, pixel));
        }
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 6}, 0));
        for (Box box : pictures.boxes().get(0)) {
            for (int region = 0; region < 3; region++) {
                double[] sides = {box.left(), box.top(), box.right(), box.bottom()};
                for (int i = 0; i < sides.length; i++) {
                    sides[i] = Math.max(0, Math.min(1, sides[i] + 0.05 * random.nextGaussian()));
                }
                g.draw(rectangle(new Box(0, sides[0], sides[1], sides[2], sides[3]), 40));
            }
        }
        pictures.boxes().get(0).forEach(box -> frame(g, box, 64 + SIDE));
    }

    /** A picture of the data, and three grids over it, each coarser than the last, with the cells in which the middle of an object lies. */
    static void grids(Graphics2D g) {
        Examples pictures = ShapePictures.of(1, PIXELS, ShapePictures.MOST, 8);
        dots(g, PIXELS, 40, TOP, SIDE / PIXELS, pixel -> colour(pictures, 0, pixel));
        pictures.boxes().get(0).forEach(box -> frame(g, box, 40));
        double left = 340;
        double[] sides = {128, 76, 40};
        for (int map = 0; map < sides.length; map++) {
            int cells = 16 >> map;
            double own = sides[map];
            double high = (SamplePictures.HEIGHT - own) / 2;
            for (Box box : pictures.boxes().get(0)) {
                double cell = own / cells;
                int column = (int) ((box.left() + box.right()) / 2 * cells);
                int row = (int) ((box.top() + box.bottom()) / 2 * cells);
                g.setColor(KINDS[box.kind()]);
                g.fill(new Rectangle2D.Double(left + column * cell, high + row * cell, cell, cell));
            }
            for (int at = 0; at <= cells; at++) {
                line(g, left, high + at * own / cells, left + own, high + at * own / cells, GREY, 220);
                line(g, left + at * own / cells, high, left + at * own / cells, high + own, GREY, 220);
            }
            left += own + 12;
        }
    }

    /** A picture of the data, and of which class each of its pixels is. */
    static void masks(Graphics2D g) {
        Color[] colours = {new Color(120, 126, 136, 90), INK, VIOLET, AMBER};
        Examples pictures = ShapePictures.masked(2, PIXELS, ShapePictures.MOST, 4);
        byte[] mask = pictures.mask(1);
        dots(g, PIXELS, 40, TOP, SIDE / PIXELS, pixel -> colour(pictures, 1, pixel));
        dots(g, PIXELS, 64 + SIDE, TOP, SIDE / PIXELS, pixel -> colours[mask[pixel]]);
    }

    /** A picture of the data and a question about it, which meet. */
    static void question(Graphics2D g) {
        int pixels = 28;
        float[] values = drawn(pixels);
        double side = 188;
        dots(g, pixels, 40, 26, side / pixels, pixel -> colour(values, pixel, pixels * pixels));
        round(g, 40, 246, side, 76, GREY, 40);
        text(g, "red circle?", 134, 284, 28, VIOLET, SANS);
        line(g, 246, 120, 372, 172, GREY, 200);
        line(g, 246, 284, 372, 196, GREY, 200);
        round(g, 378, 150, 68, 68, VIOLET, 60);
        text(g, "×", 412, 184, 40, VIOLET, SANS);
        line(g, 458, 184, 520, 184, GREY, 200);
        text(g, "yes", 560, 184, 34, TEAL, SANS);
    }

    private static float[] drawn(int pixels) {
        try {
            PictureTable data = ShapeQuestions.of(100, pixels, ShapePictures.SEED);
            for (int row = 0; row < data.table().size(); row++) {
                boolean yes = data.table().classes()[row] == 1;
                if (yes && data.table().cells(row).equals(List.of("circle", "red"))) {
                    return data.picture(row);
                }
            }
            throw new IllegalStateException("Nobody asks for a red circle that is there.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void frame(Graphics2D g, Box box, double left) {
        g.setColor(new Color(0, 0, 0, 140));
        g.setStroke(new BasicStroke(9));
        g.draw(rectangle(box, left));
        g.setColor(KINDS[box.kind()]);
        g.setStroke(new BasicStroke(5));
        g.draw(rectangle(box, left));
    }

    private static Rectangle2D rectangle(Box box, double left) {
        return new Rectangle2D.Double(
                left + box.left() * SIDE,
                TOP + box.top() * SIDE,
                (box.right() - box.left()) * SIDE,
                (box.bottom() - box.top()) * SIDE);
    }

    private static Color colour(Examples pictures, int picture, int pixel) {
        return colour(pictures.features(), picture * pictures.width() + pixel, pictures.width() / 3);
    }

    private static Color colour(float[] values, int from, int plane) {
        return new Color(values[from], values[from + plane], values[from + 2 * plane]);
    }

    private static void dots(
            Graphics2D g, int pixels, double left, double top, double cell, IntFunction<Color> colour) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int i = 0; i < pixels * pixels; i++) {
            Color found = colour.apply(i);
            // A little more of what hides all, so that no gaps show; of what is translucent, none twice.
            double more = found.getAlpha() == 255 ? 1 : 0;
            g.setColor(found);
            g.fill(new Rectangle2D.Double(left + i % pixels * cell, top + i / pixels * cell, cell + more, cell + more));
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }
}
