package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of pictures with boxes, also those that nobody should trust. */
class BoxFolderTest {

    @TempDir
    Path folder;

    @Test
    void pictures_lie_beside_their_boxes_or_in_folders_of_their_own() throws IOException {
        picture(folder.resolve("b.png"), 4, 2);
        picture(folder.resolve("a.PNG"), 2, 2);
        Files.writeString(folder.resolve("b.txt"), "1 0.5 0.5 0.5 1\n\n0 0.25 0.5 0.5 0.5\n");
        Files.writeString(folder.resolve("classes.txt"), "cat\ndog\n");
        assertThat(BoxFolder.isOne(folder)).isTrue();

        Examples beside = BoxFolder.of(folder).read(2);
        assertThat(beside.classNames()).containsExactly("cat", "dog");
        assertThat(beside.boxes())
                .containsExactly(List.of(), List.of(new Box(1, 0.25, 0, 0.75, 1), new Box(0, 0, 0.25, 0.5, 0.75)));

        Path inner = Files.createDirectories(folder.resolve("all/images"));
        Path labels = Files.createDirectories(folder.resolve("all/labels"));
        picture(inner.resolve("c.png"), 2, 2);
        Files.writeString(labels.resolve("c.txt"), "2 0.5 0.5 1 1");
        BoxFolder apart = BoxFolder.of(folder.resolve("all"));
        assertThat(apart.classNames()).containsExactly("0", "1", "2");
        assertThat(BoxFolder.files(folder.resolve("all")))
                .containsExactly(inner.resolve("c.png"), labels.resolve("c.txt"));
    }

    /** Left half red, right half blue; scaled down a pixel is the mean of those that it stands for, scaled up it is repeated. */
    @Test
    void pictures_are_scaled_to_a_square() throws IOException {
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 4; x++) {
            image.setRGB(x, 0, x < 2 ? 0xFFFF0000 : 0xFF0000FF);
            image.setRGB(x, 1, x < 2 ? 0xFF800000 : 0x00000000);
        }
        ImageIO.write(image, "png", folder.resolve("a.png").toFile());
        Files.writeString(folder.resolve("a.txt"), "0 0.5 0.5 1 1");

        float[] one = BoxFolder.of(folder).read(1).features();
        assertThat(one).containsExactly(new float[] {(1 + 128 / 255f + 0 + 1) / 4, 0.25f, 0.5f}, within(1e-6f));
        float[] two = BoxFolder.of(folder).read(2).features();
        assertThat(two).containsExactly(new float[] {1, 0, 128 / 255f, 1, 0, 0, 0, 1, 0, 1, 0, 1}, within(1e-6f));
        float[] eight = BoxFolder.of(folder).read(8).features();
        assertThat(eight).hasSize(3 * 64);
        assertThat(new float[] {eight[0], eight[7], eight[63]}).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0.5 0.5 1             | a box is five numbers, class, x and y of its centre, width and height. Received: 0 0.5 0.5 1
            0 0.5 0.5 1 1 0.3       | a box is five numbers, class, x and y of its centre, width and height. Received: 0 0.5 0.5 1 1 0.3
            cat 0.5 0.5 1 1         | a box is five numbers. Received: cat 0.5 0.5 1 1
            2 0.5 0.5 1 1           | the class must be a whole number from 0 to 1. Received: 2
            -1 0.5 0.5 1 1          | the class must be a whole number from 0 to 1. Received: -1
            0.5 0.5 0.5 1 1         | the class must be a whole number from 0 to 1. Received: 0.5
            NaN 0.5 0.5 1 1         | the class must be a whole number from 0 to 1. Received: NaN
            0 32 20 10 10           | centre, width and height are parts of the picture, from 0 to 1. Received: 0 32 20 10 10
            0 0.5 0.5 0 1           | centre, width and height are parts of the picture, from 0 to 1. Received: 0 0.5 0.5 0 1
            0 NaN 0.5 1 1           | centre, width and height are parts of the picture, from 0 to 1. Received: 0 NaN 0.5 1 1
            """)
    void a_wrong_line_is_named(String line, String reason) throws IOException {
        picture(folder.resolve("a.png"), 2, 2);
        Files.writeString(folder.resolve("classes.txt"), "cat\ndog\n");
        Files.writeString(folder.resolve("a.txt"), "0 0.5 0.5 1 1\n" + line + "\n");
        assertThatThrownBy(() -> BoxFolder.of(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("a.txt") + ", line 2: " + reason);
    }

    @Test
    void what_is_missing_is_said() throws IOException {
        assertThatThrownBy(() -> BoxFolder.of(folder.resolve("none"))).hasMessageStartingWith("There is no folder ");
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessageStartingWith("There is no PNG, JPEG or BMP file in ");
        picture(folder.resolve("a.png"), 2, 2);
        assertThat(BoxFolder.isOne(folder)).isFalse();
        assertThatThrownBy(() -> BoxFolder.of(folder))
                .hasMessageContaining("None of the 1 pictures")
                .hasMessageContaining("such as a.txt");
        Files.writeString(folder.resolve("a.txt"), "\n");
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessageContaining("so there is nothing to find");
        Files.writeString(folder.resolve("classes.txt"), "\n");
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessageContaining("classes.txt names 0 classes");
    }

    @Test
    void hostile_files_are_refused_in_a_sentence() throws IOException {
        Path text = folder.resolve("a.txt");
        picture(folder.resolve("a.png"), 2, 2);
        Files.write(text, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessage(text + " is no text in UTF-8.");
        Files.writeString(text, "0 0.5 0.5 1 1\n".repeat(1001));
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessageContaining("has 1,001 boxes");
        try (RandomAccessFile large = new RandomAccessFile(text.toFile(), "rw")) {
            large.setLength(2 << 20);
        }
        assertThatThrownBy(() -> BoxFolder.of(folder)).hasMessageContaining("has 2,097,152 bytes");

        Files.writeString(text, "0 0.5 0.5 1 1");
        Files.writeString(folder.resolve("a.png"), "no picture");
        assertThatThrownBy(() -> BoxFolder.of(folder).read(4)).hasMessageContaining("is no picture that Java reads");
        picture(folder.resolve("a.png"), 2, 2);
        byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
        Files.write(folder.resolve("a.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> BoxFolder.of(folder).read(4)).hasMessageContaining("is damaged");
        // A header that promises 50,000 × 50,000 pixels.
        byte[] bomb = whole.clone();
        for (int at : new int[] {16, 20}) {
            bomb[at] = 0;
            bomb[at + 1] = 0;
            bomb[at + 2] = (byte) 0xC3;
            bomb[at + 3] = 0x50;
        }
        Files.write(folder.resolve("a.png"), bomb);
        assertThatThrownBy(() -> BoxFolder.of(folder).read(4))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("50000×50000 pixels");
    }

    private static void picture(Path file, int width, int height) throws IOException {
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }
}
