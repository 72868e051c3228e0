package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Generations;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Lets a generator, or the decoder of a variational autoencoder, make pictures of random codes. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Let the trained network of a run make pictures of random codes; it must hold a generator or Gaussian sampling.")
final class GenerateCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many pictures, side by side in a square (default: ${DEFAULT-VALUE}).")
    private int count = 64;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What the random codes follow from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "The PNG to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("generated.png");

    GenerateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > Generations.MOST) {
            throw new ParameterException(
                    commandLine(),
                    String.format(Locale.ROOT, "--count must be from 1 to %d. Received: %d", Generations.MOST, count));
        }
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ParameterException(commandLine(), "--out must end in .png. Received: " + out);
        }
        Pictures made = Generations.of(RunFolder.open(run), surroundings.context(), count, seed);
        BufferedImage all = sideBySide(made);
        write(all);
        Report report = new Report()
                .put("run", run.toString())
                .put("count", count)
                .put("seed", seed)
                .put("out", out.toString())
                .put("width", all.getWidth())
                .put("height", all.getHeight());
        answer(report, () -> people().println(tr("Made %,d pictures in %s", count, out)));
        return 0;
    }

    /** A crash or a full disk in the middle leaves a former picture as it was. */
    private void write(BufferedImage all) throws IOException {
        Path beside = out.resolveSibling(out.getFileName() + ".tmp");
        try {
            try (OutputStream file = Files.newOutputStream(beside)) {
                ImageIO.write(all, "png", file);
            }
            Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static BufferedImage sideBySide(Pictures made) {
        List<Example.Picture> each = made.each();
        int columns = (int) Math.ceil(Math.sqrt(each.size()));
        int rows = (each.size() + columns - 1) / columns;
        BufferedImage all = new BufferedImage(columns * made.width(), rows * made.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < each.size(); i++) {
            draw(each.get(i), all, i % columns * made.width(), i / columns * made.height());
        }
        return all;
    }

    private static void draw(Example.Picture picture, BufferedImage all, int left, int top) {
        int plane = picture.height() * picture.width();
        for (int at = 0; at < plane; at++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int from = Math.min(channel, picture.channels() - 1) * plane;
                rgb = rgb << 8 | Math.round(255 * picture.pixels()[from + at]);
            }
            all.setRGB(left + at % picture.width(), top + at / picture.width(), rgb);
        }
    }
}
