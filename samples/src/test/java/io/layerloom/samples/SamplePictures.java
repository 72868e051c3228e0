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
import static java.util.Map.entry;

import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.engine.kit.ShapeQuestions;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;

/**
 * Draws the pictures on the cards of the samples, each from the sample's own data: real digits and what edge filters find
 * in them, real flowers, real sentences. The ground is transparent and every colour reads on light and dark alike.
 *
 * <p>{@code java -cp samples/target/classes:samples/target/test-classes io.layerloom.samples.SamplePictures FOLDER}; it
 * needs a font with Chinese characters.
 */
final class SamplePictures {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private SamplePictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Map<String, Consumer<Graphics2D>> pictures = Map.ofEntries(
                entry("mnist-mlp", SamplePictures::dense),
                entry("mnist-cnn", SamplePictures::convolutions),
                entry("mnist-residual", SamplePictures::shortcuts),
                entry("lenet", g -> tower(g, 2, TEAL, 168, 168, 120, 120, 84, 64, 40)),
                entry("mnist-alexnet", g -> tower(g, 1, INK, 190, 120, 150, 84, 96, 96, 96)),
                entry("mnist-capsules", SamplePictures::capsules),
                entry("mnist-vgg", g -> tower(g, 8, VIOLET, 180, 180, 120, 120, 70, 70, 40)),
                entry("mnist-inception", SamplePictures::lanes),
                entry("mnist-low", g -> tower(g, 3, TEAL, 150, 130, 110, 90, 60, 40)),
                entry("mnist-transfer", g -> tower(g, 6, AMBER, 150, 130, 110, 90, 60, 40)),
                entry("text-pretraining", TextPictures::gap),
                entry("text-finetuning", TextPictures::attention),
                entry("mnist-squeezenet", g -> tower(g, 9, AMBER, 150, 50, 150, 50, 150, 50, 150)),
                entry("mnist-mobilenet", g -> tower(g, 4, VIOLET, 170, 40, 150, 40, 120, 40, 90)),
                entry("mnist-densenet", g -> tower(g, 5, TEAL, 60, 85, 110, 135, 80, 105, 130)),
                entry("mnist-filters", SamplePictures::filters),
                entry("mnist-siamese", SamplePictures::twins),
                entry("shapes-questions", SamplePictures::question),
                entry("text-cnn", TextPictures::phrases),
                entry(
                        "text-lstm",
                        g -> TextPictures.sentence(g, List.of("味", "道", "很", "正", "宗"), 32, "Noto Sans CJK SC")),
                entry("text-rnn-en", g -> TextPictures.sentence(g, List.of("the", "soup", "was", "rich"), 27, SANS)),
                entry("text-bigru-en", TextPictures::bothWays),
                entry("text-transformer", TextPictures::attention),
                entry("gpt-chars", TextPictures::writing),
                entry("text-bert", TextPictures::gap),
                entry("dates-seq2seq", TextPictures::dates),
                entry("mnist-autoencoder", SamplePictures::bottleneck),
                entry("shapes-yolo", SamplePictures::boxes),
                entry("shapes-rcnn", SamplePictures::regions),
                entry("shapes-ssd", SamplePictures::grids),
                entry("shapes-unet", SamplePictures::masks),
                entry("mnist-vae", SamplePictures::clouds),
                entry("mnist-gan", SamplePictures::rivals),
                entry("mnist-layerwise", SamplePictures::oneByOne),
                entry("iris-mlp", SamplePictures::flowers));
        for (Map.Entry<String, Consumer<Graphics2D>> picture : pictures.entrySet()) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            picture.getValue().accept(g);
            g.dispose();
            ImageIO.write(
                    image, "png", folder.resolve(picture.getKey() + ".png").toFile());
        }
    }

    private static void dense(Graphics2D g) {
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

    /** Two pictures of the data with the boxes around what is on them. */
    private static void boxes(Graphics2D g) {
        int pixels = 64;
        double side = 268;
        Examples pictures = ShapePictures.of(2, pixels, ShapePictures.MOST, 4);
        double top = (HEIGHT - side) / 2;
        for (int at = 0; at < pictures.size(); at++) {
            double left = 40 + at * (side + 24);
            int number = at;
            dots(g, pixels, left, top, side / pixels, pixel -> colour(pictures, number, pixel));
            pictures.boxes().get(at).forEach(box -> frame(g, box, left, top, side));
        }
    }

    private static void frame(Graphics2D g, Box box, double left, double top, double side) {
        Color[] colours = {INK, VIOLET, AMBER};
        g.setColor(new Color(0, 0, 0, 140));
        g.setStroke(new BasicStroke(9));
        g.draw(rectangle(box, left, top, side));
        g.setColor(colours[box.kind()]);
        g.setStroke(new BasicStroke(5));
        g.draw(rectangle(box, left, top, side));
    }

    private static Rectangle2D rectangle(Box box, double left, double top, double side) {
        return new Rectangle2D.Double(
                left + box.left() * side,
                top + box.top() * side,
                (box.right() - box.left()) * side,
                (box.bottom() - box.top()) * side);
    }

    /** A picture of the data twice: with regions in which something may be, and with what is there. */
    private static void regions(Graphics2D g) {
        int pixels = 64;
        double side = 268;
        double top = (HEIGHT - side) / 2;
        Examples pictures = ShapePictures.of(1, pixels, ShapePictures.MOST, 8);
        Random random = new Random(5);
        for (double left : new double[] {40, 64 + side}) {
            dots(g, pixels, left, top, side / pixels, pixel -> colour(pictures, 0, pixel));
        }
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 6}, 0));
        for (Box box : pictures.boxes().get(0)) {
            for (int region = 0; region < 3; region++) {
                double[] sides = {box.left(), box.top(), box.right(), box.bottom()};
                for (int i = 0; i < sides.length; i++) {
                    sides[i] = Math.max(0, Math.min(1, sides[i] + 0.05 * random.nextGaussian()));
                }
                g.draw(rectangle(new Box(0, sides[0], sides[1], sides[2], sides[3]), 40, top, side));
            }
        }
        pictures.boxes().get(0).forEach(box -> frame(g, box, 64 + side, top, side));
    }

    /** A picture of the data, and three grids over it, each coarser than the last, with the cells in which the middle of an object lies. */
    private static void grids(Graphics2D g) {
        int pixels = 64;
        double side = 268;
        Color[] colours = {INK, VIOLET, AMBER};
        Examples pictures = ShapePictures.of(1, pixels, ShapePictures.MOST, 8);
        double top = (HEIGHT - side) / 2;
        dots(g, pixels, 40, top, side / pixels, pixel -> colour(pictures, 0, pixel));
        pictures.boxes().get(0).forEach(box -> frame(g, box, 40, top, side));
        double left = 340;
        double[] sides = {128, 76, 40};
        for (int map = 0; map < sides.length; map++) {
            int cells = 16 >> map;
            double own = sides[map];
            double high = (HEIGHT - own) / 2;
            for (Box box : pictures.boxes().get(0)) {
                double cell = own / cells;
                int column = (int) ((box.left() + box.right()) / 2 * cells);
                int row = (int) ((box.top() + box.bottom()) / 2 * cells);
                g.setColor(colours[box.kind()]);
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
    private static void masks(Graphics2D g) {
        int pixels = 64;
        double side = 268;
        Color[] colours = {new Color(120, 126, 136, 90), INK, VIOLET, AMBER};
        Examples pictures = ShapePictures.masked(2, pixels, ShapePictures.MOST, 4);
        byte[] mask = pictures.mask(1);
        double top = (HEIGHT - side) / 2;
        dots(g, pixels, 40, top, side / pixels, pixel -> colour(pictures, 1, pixel));
        dots(g, pixels, 64 + side, top, side / pixels, pixel -> colours[mask[pixel]]);
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

    private static void convolutions(Graphics2D g) {
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
    private static void filters(Graphics2D g) {
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

    private static void shortcuts(Graphics2D g) {
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
    private static void tower(Graphics2D g, int digit, Color color, double... heights) {
        map(g, digit(digit), 28, 128, 104, INK);
        line(g, 134, 180, 600, 180, GREY, 200);
        for (int k = 0; k < heights.length; k++) {
            round(g, 160 + k * 58, 180 - heights[k] / 2, 40, heights[k], k % 2 == 0 ? color : GREY, 255);
        }
        ends(g, digit, color);
    }

    /** Small arrows below vote for ten above, each in a direction of its own; the longest says which digit it is. */
    private static void capsules(Graphics2D g) {
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
    private static void rivals(Graphics2D g) {
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

    /** Layers of which some have learned, one learns to give back what comes in, and others are still to come. */
    private static void oneByOne(Graphics2D g) {
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
    private static void twins(Graphics2D g) {
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

    /** A picture of the data and a question about it, which meet. */
    private static void question(Graphics2D g) {
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

    /** Four ways side by side, with windows of different sizes. */
    private static void lanes(Graphics2D g) {
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

    private static void ends(Graphics2D g, int digit, Color color) {
        for (int k = 0; k < 10; k++) {
            dot(g, 606, 45 + k * 30, k == digit ? 11 : 7, k == digit ? color : GREY);
        }
    }

    /** Each sign looks at those before it, and the last one foretells the next. */
    /** A digit goes through layers that become narrower and wider again; what comes out is a little blurred. */
    private static void bottleneck(Graphics2D g) {
        map(g, digit(8), 24, 112, 136, INK);
        double[] heights = {220, 150, 84, 34, 84, 150, 220};
        line(g, 164, 180, 476, 180, GREY, 200);
        for (int k = 0; k < heights.length; k++) {
            round(g, 184 + 40 * k, 180 - heights[k] / 2, 26, heights[k], k == 3 ? AMBER : k < 3 ? TEAL : VIOLET, 255);
        }
        float[][] third = new float[3][3];
        for (float[] row : third) {
            java.util.Arrays.fill(row, 1 / 3f);
        }
        map(g, convolve(digit(8), third), 480, 112, 136, VIOLET);
    }

    /** A digit becomes a cloud of points; from one of them comes a digit again. */
    private static void clouds(Graphics2D g) {
        map(g, digit(6), 24, 112, 136, INK);
        line(g, 168, 180, 250, 180, GREY, 200);
        java.util.Random random = new java.util.Random(4);
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

    private static void flowers(Graphics2D g) {
        line(g, 70, 300, 600, 300, GREY, 200);
        line(g, 70, 300, 70, 24, GREY, 200);
        Map<String, Color> colors = Map.of("setosa", TEAL, "versicolor", VIOLET, "virginica", AMBER);
        for (String row : string("iris", "iris.csv").lines().skip(1).toList()) {
            String[] fields = row.split(",");
            double x = 70 + Double.parseDouble(fields[2]) / 7.2 * 530;
            double y = 300 - Double.parseDouble(fields[3]) / 2.7 * 276;
            dot(g, x, y, 8.5, alpha(colors.getOrDefault(fields[4], GREY), 170));
        }
        text(g, "petal length", 335, 332, 28, GREY, SANS);
        g.rotate(-Math.PI / 2, 42, 162);
        text(g, "petal width", 42, 162, 28, GREY, SANS);
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

    private static String string(String dataset, String file) {
        try {
            return new String(SampleDataTest.read(dataset, file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
