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
import static io.layerloom.samples.Strokes.text;
import static java.util.Map.entry;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
                entry("mnist-mlp", DigitPictures::dense),
                entry("mnist-cnn", DigitPictures::convolutions),
                entry("mnist-residual", DigitPictures::shortcuts),
                entry("lenet", g -> DigitPictures.tower(g, 2, TEAL, 168, 168, 120, 120, 84, 64, 40)),
                entry("mnist-alexnet", g -> DigitPictures.tower(g, 1, INK, 190, 120, 150, 84, 96, 96, 96)),
                entry("mnist-capsules", DigitPictures::capsules),
                entry("mnist-vgg", g -> DigitPictures.tower(g, 8, VIOLET, 180, 180, 120, 120, 70, 70, 40)),
                entry("mnist-inception", DigitPictures::lanes),
                entry("mnist-low", g -> DigitPictures.tower(g, 3, TEAL, 150, 130, 110, 90, 60, 40)),
                entry("mnist-transfer", g -> DigitPictures.tower(g, 6, AMBER, 150, 130, 110, 90, 60, 40)),
                entry("text-pretraining", TextPictures::gap),
                entry("text-finetuning", TextPictures::attention),
                entry("mnist-squeezenet", g -> DigitPictures.tower(g, 9, AMBER, 150, 50, 150, 50, 150, 50, 150)),
                entry("mnist-mobilenet", g -> DigitPictures.tower(g, 4, VIOLET, 170, 40, 150, 40, 120, 40, 90)),
                entry("mnist-densenet", g -> DigitPictures.tower(g, 5, TEAL, 60, 85, 110, 135, 80, 105, 130)),
                entry("mnist-filters", DigitPictures::filters),
                entry("mnist-siamese", DigitPictures::twins),
                entry("shapes-questions", ScenePictures::question),
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
                entry("mnist-autoencoder", DigitPictures::bottleneck),
                entry("shapes-yolo", ScenePictures::boxes),
                entry("shapes-rcnn", ScenePictures::regions),
                entry("shapes-ssd", ScenePictures::grids),
                entry("shapes-unet", ScenePictures::masks),
                entry("mnist-vae", DigitPictures::clouds),
                entry("mnist-gan", DigitPictures::rivals),
                entry("mnist-layerwise", DigitPictures::oneByOne),
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

    private static String string(String dataset, String file) {
        try {
            return new String(SampleDataTest.read(dataset, file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
