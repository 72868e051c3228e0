package io.layerloom.samples;

import static java.util.Map.entry;

import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.ShapePictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
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
    private static final Color INK = new Color(0x4a86e8);
    private static final Color VIOLET = new Color(0xa060d8);
    private static final Color TEAL = new Color(0x22a39b);
    private static final Color AMBER = new Color(0xd08a1e);
    private static final Color GREY = new Color(0x8894a4);
    private static final int SIDE = 28;
    private static final String SANS = "DejaVu Sans";

    private SamplePictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Map<String, Consumer<Graphics2D>> pictures = Map.ofEntries(
                entry("mnist-mlp", SamplePictures::dense),
                entry("mnist-cnn", SamplePictures::convolutions),
                entry("mnist-residual", SamplePictures::shortcuts),
                entry("lenet", g -> tower(g, 2, TEAL, 168, 168, 120, 120, 84, 64, 40)),
                entry("mnist-vgg", g -> tower(g, 8, VIOLET, 180, 180, 120, 120, 70, 70, 40)),
                entry("mnist-inception", SamplePictures::lanes),
                entry("mnist-squeezenet", g -> tower(g, 9, AMBER, 150, 50, 150, 50, 150, 50, 150)),
                entry("text-cnn", SamplePictures::phrases),
                entry("text-lstm", g -> sentence(g, List.of("味", "道", "很", "正", "宗"), 32, "Noto Sans CJK SC")),
                entry("text-rnn-en", g -> sentence(g, List.of("the", "soup", "was", "rich"), 27, SANS)),
                entry("text-bigru-en", SamplePictures::bothWays),
                entry("text-transformer", SamplePictures::attention),
                entry("gpt-chars", SamplePictures::writing),
                entry("mnist-autoencoder", SamplePictures::bottleneck),
                entry("shapes-yolo", SamplePictures::boxes),
                entry("mnist-vae", SamplePictures::clouds),
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
        Color[] colours = {INK, VIOLET, AMBER};
        Examples pictures = ShapePictures.of(2, pixels, ShapePictures.MOST, 4);
        for (int at = 0; at < pictures.size(); at++) {
            double left = 40 + at * (side + 24);
            double top = (HEIGHT - side) / 2;
            double cell = side / pixels;
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            for (int i = 0; i < pixels * pixels; i++) {
                int from = at * pictures.width() + i;
                int plane = pixels * pixels;
                float[] values = pictures.features();
                g.setColor(new Color(values[from], values[from + plane], values[from + 2 * plane]));
                g.fill(new Rectangle2D.Double(left + i % pixels * cell, top + i / pixels * cell, cell + 1, cell + 1));
            }
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            for (Box box : pictures.boxes().get(at)) {
                Rectangle2D frame = new Rectangle2D.Double(
                        left + box.left() * side,
                        top + box.top() * side,
                        (box.right() - box.left()) * side,
                        (box.bottom() - box.top()) * side);
                g.setColor(new Color(0, 0, 0, 140));
                g.setStroke(new BasicStroke(9));
                g.draw(frame);
                g.setColor(colours[box.kind()]);
                g.setStroke(new BasicStroke(5));
                g.draw(frame);
            }
        }
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

    /** A window of three words that slides along a sentence. */
    private static void phrases(Graphics2D g) {
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

    private static void sentence(Graphics2D g, List<String> units, int size, String font) {
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

    private static void writing(Graphics2D g) {
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

    /** One row of steps from left to right, one from right to left, and the word "not" in the middle. */
    private static void bothWays(Graphics2D g) {
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
    private static void attention(Graphics2D g) {
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

    private static void map(Graphics2D g, float[][] values, double x, double y, double size, Color color) {
        double cell = size / values.length;
        round(g, x - 6, y - 6, size + 12, size + 12, GREY, 34);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values.length; column++) {
                g.setColor(alpha(color, Math.round(255 * Math.min(1, values[row][column]))));
                g.fill(new Rectangle2D.Double(x + column * cell, y + row * cell, cell, cell));
            }
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

    private static void line(Graphics2D g, double x1, double y1, double x2, double y2, Color color, int opacity) {
        g.setColor(alpha(color, opacity));
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void dot(Graphics2D g, double x, double y, double radius, Color color) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void round(Graphics2D g, double x, double y, double width, double height, Color color, int opacity) {
        g.setColor(alpha(color, opacity));
        g.fill(new RoundRectangle2D.Double(x, y, width, height, 14, 14));
    }

    private static void text(Graphics2D g, String text, double x, double y, int size, Color color, String font) {
        g.setFont(new Font(font, Font.PLAIN, size));
        g.setColor(color);
        var metrics = g.getFontMetrics();
        g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float)
                (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    private static Color alpha(Color color, int opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    private static double[] spread(int count, double from, double to) {
        double[] places = new double[count];
        for (int k = 0; k < count; k++) {
            places[k] = from + (to - from) * k / (count - 1);
        }
        return places;
    }

    private static float[][] convolve(float[][] in, float[][] kernel) {
        int size = in.length - kernel.length + 1;
        float[][] out = new float[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float sum = 0;
                for (int i = 0; i < kernel.length; i++) {
                    for (int j = 0; j < kernel.length; j++) {
                        sum += kernel[i][j] * in[row + i][column + j];
                    }
                }
                out[row][column] = Math.max(0, sum / 3);
            }
        }
        return out;
    }

    private static float[][] pool(float[][] in) {
        float[][] out = new float[in.length / 2][in.length / 2];
        for (int row = 0; row < out.length; row++) {
            for (int column = 0; column < out.length; column++) {
                out[row][column] = Math.max(
                        Math.max(in[2 * row][2 * column], in[2 * row][2 * column + 1]),
                        Math.max(in[2 * row + 1][2 * column], in[2 * row + 1][2 * column + 1]));
            }
        }
        return out;
    }

    /** The first test image of a digit, ink as 0 to 1. */
    private static float[][] digit(int label) {
        byte[] labels = unpack("t10k-labels-idx1-ubyte.gz");
        byte[] images = unpack("t10k-images-idx3-ubyte.gz");
        int row = 0;
        while (labels[8 + row] != label) {
            row++;
        }
        float[][] pixels = new float[SIDE][SIDE];
        for (int k = 0; k < SIDE * SIDE; k++) {
            pixels[k / SIDE][k % SIDE] = (images[16 + row * SIDE * SIDE + k] & 0xff) / 255f;
        }
        return pixels;
    }

    private static byte[] unpack(String file) {
        try (InputStream in = new GZIPInputStream(SampleData.open("mnist", file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String string(String dataset, String file) {
        try {
            return new String(SampleDataTest.read(dataset, file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
