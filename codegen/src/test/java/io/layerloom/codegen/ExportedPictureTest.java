package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported program shows its network a picture as the window would. */
class ExportedPictureTest {

    @TempDir
    Path folder;

    private TrialExport trial;

    @BeforeEach
    void prepare() {
        trial = new TrialExport(folder);
    }

    @Test
    void aPictureIsPreparedAsTheDrawingPadPreparesADrawing() throws IOException, ReflectiveOperationException {
        Shape.Image shape = new Shape.Image(28, 28, 1);
        Variant digits = new Variant("Digits", shape, Variant.CLASSES, new DataReading.Images(), false, true);
        Path classes = trial.compiled(trial.request(digits));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            float[] seen = asked(loader, "digits", shape, picture(Color.WHITE, Color.BLACK, 10, 5, 40));
            assertThat(IntStream.range(0, seen.length).filter(cell -> seen[cell] > 0.99f))
                    .as("a bar 20 cells high and 5 wide, in the middle")
                    .hasSize(100)
                    .startsWith(4 * 28 + 12)
                    .endsWith(23 * 28 + 16);
            assertThat(asked(loader, "digits", shape, picture(Color.BLACK, Color.WHITE, 70, 30, 40)))
                    .as("light on dark, and elsewhere")
                    .isEqualTo(seen);
            Path missing = folder.resolve("missing.png");
            assertThatThrownBy(() -> asked(loader, "digits", shape, missing))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("There is no picture " + missing + "; name a PNG or JPEG file.");
        }
    }

    @Test
    void aColourPictureIsNotStretched() throws IOException, ReflectiveOperationException {
        Shape.Image shape = new Shape.Image(12, 12, 3);
        Variant photos = new Variant("Photos", shape, Variant.CLASSES, new DataReading.Images(), false, true);
        Path classes = trial.compiled(trial.request(photos));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            // A bar at the left edge of a wide picture lies outside its middle.
            float[] seen = asked(loader, "photos", shape, picture(Color.WHITE, Color.RED, 0, 0, 40));
            assertThat(seen).hasSize(3 * 144).containsOnly(1f);
        }
    }

    /** What the data class of an exported project makes of a picture. */
    private static float[] asked(ClassLoader loader, String name, Shape.Image shape, Path picture)
            throws ReflectiveOperationException {
        Class<?> examples = loader.loadClass(name + ".kit.Examples");
        long[] cells = {shape.channels(), shape.height(), shape.width()};
        Object none = examples.getMethod("ofClasses", float[].class, long[].class, int[].class, List.class)
                .invoke(null, new float[0], cells, new int[0], List.of("no", "yes"));
        Constructor<?> data = loader.loadClass(name + ".Data").getDeclaredConstructors()[0];
        data.setAccessible(true);
        Object made = data.newInstance(none, null);
        Method question = made.getClass().getDeclaredMethod("question", String.class);
        question.setAccessible(true);
        Object answer = question.invoke(made, picture.toString());
        return (float[]) examples.getMethod("features").invoke(answer);
    }

    private Path picture(Color paper, Color ink, int x, int y, int high) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, 120, 90);
        graphics.setColor(ink);
        graphics.fillRect(x, y, high / 4, high);
        graphics.dispose();
        Path file = folder.resolve("picture-" + x + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
