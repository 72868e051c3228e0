package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures with masks, also those that nobody should trust. */
class MaskFolderTest {

    private static final byte OUT = Examples.LEFT_OUT;

    @TempDir
    Path folder;

    private Path images;
    private Path masks;

    @BeforeEach
    void layOut() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        masks = Files.createDirectories(folder.resolve("masks"));
    }

    @Test
    void a_mask_holds_places_of_a_palette_or_greys() throws IOException {
        Files.writeString(folder.resolve("classes.txt"), "ground\ncat\ndog\n");
        picture(images.resolve("b.png"), 2, 2);
        palette(masks.resolve("b.png"), new int[][] {{0, 2}, {255, 1}});
        picture(images.resolve("a.JPG"), 2, 1);
        grey(masks.resolve("a.png"), new int[][] {{2, 0}});
        assertThat(MaskFolder.isOne(folder)).isTrue();

        MaskFolder found = MaskFolder.of(folder);
        assertThat(found.size()).isEqualTo(2);
        Examples two = found.read(2);
        assertThat(two.classNames()).containsExactly("ground", "cat", "dog");
        assertThat(two.mask(0)).containsExactly(2, 0, 2, 0);
        assertThat(two.mask(1)).containsExactly(0, 2, OUT, 1);
        assertThat(two.features()).hasSize(24);
        assertThat(MaskFolder.files(folder))
                .containsExactly(
                        folder.resolve("classes.txt"),
                        images.resolve("a.JPG"),
                        masks.resolve("a.png"),
                        images.resolve("b.png"),
                        masks.resolve("b.png"));
    }

    /** Never a mean of class numbers: the pixel in the middle of those that one stands for. */
    @Test
    void masks_are_scaled_without_new_numbers() throws IOException {
        picture(images.resolve("a.png"), 4, 4);
        grey(masks.resolve("a.png"), new int[][] {{0, 0, 3, 3}, {0, 1, 3, 3}, {0, 0, 3, 3}, {0, 0, 3, 2}});
        assertThat(MaskFolder.of(folder).read(2).mask(0)).containsExactly(1, 3, 0, 2);
        assertThat(MaskFolder.of(folder).read(8).mask(0)).hasSize(64).contains(0, 1, 2, 3);
    }

    @Test
    void without_a_list_the_numbers_are_the_names() throws IOException {
        picture(images.resolve("a.png"), 2, 2);
        grey(masks.resolve("a.png"), new int[][] {{0, 2}, {255, 0}});
        assertThat(MaskFolder.of(folder).classNames()).containsExactly("background", "1", "2");
        grey(masks.resolve("a.png"), new int[][] {{0, 255}, {255, 0}});
        assertThatThrownBy(() -> MaskFolder.of(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("hold no class but 0")
                .hasMessageEndingWith("write 1 instead of 255, which leaves pixels out.");
    }

    @Test
    void in_the_folders_of_pascal_voc_only_some_pictures_have_masks() throws IOException {
        Path voc = folder.resolve("VOC2012");
        Path pictures = Files.createDirectories(voc.resolve("JPEGImages"));
        Path own = Files.createDirectories(voc.resolve("SegmentationClass"));
        picture(pictures.resolve("1.jpg"), 2, 2);
        picture(pictures.resolve("2.jpg"), 2, 2);
        palette(own.resolve("2.png"), new int[][] {{0, 1}, {255, 1}});
        assertThat(MaskFolder.of(voc).read(2).mask(0)).containsExactly(0, 1, OUT, 1);
        assertThat(MaskFolder.files(voc)).containsExactly(pictures.resolve("2.jpg"), own.resolve("2.png"));
    }

    @Test
    void what_is_missing_is_said() throws IOException {
        assertThatThrownBy(() -> MaskFolder.of(folder.resolve("none"))).hasMessageStartingWith("There is no folder ");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> MaskFolder.of(empty)).hasMessageStartingWith("There are no folders images and masks");
        assertThatThrownBy(() -> MaskFolder.of(folder)).hasMessageStartingWith("There is no PNG, JPEG or BMP file");
        picture(images.resolve("a.png"), 2, 2);
        assertThatThrownBy(() -> MaskFolder.of(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("The picture %s has no mask %s. Add it, or take the picture away."
                        .formatted(images.resolve("a.png"), masks.resolve("a.png")));
        Files.writeString(folder.resolve("classes.txt"), "ground\n");
        grey(masks.resolve("a.png"), new int[2][2]);
        assertThatThrownBy(() -> MaskFolder.of(folder)).hasMessageContaining("names 1; masks tell 2 to 255 apart");
        Files.writeString(folder.resolve("classes.txt"), "class\n".repeat(256));
        assertThatThrownBy(() -> MaskFolder.of(folder)).hasMessageContaining("names 256; masks tell 2 to 255 apart");
    }

    @Test
    void a_wrong_mask_is_named_with_its_numbers() throws IOException {
        Files.writeString(folder.resolve("classes.txt"), "ground\ncat\n");
        picture(images.resolve("a.png"), 4, 3);
        Path mask = masks.resolve("a.png");
        grey(mask, new int[2][4]);
        assertThatThrownBy(() -> MaskFolder.of(folder).read(8))
                .isInstanceOf(DataException.class)
                .hasMessage("The picture %s has 3×4 pixels, but its mask 2×4. Give them the same size."
                        .formatted(images.resolve("a.png")));
        grey(mask, new int[][] {{0, 0, 0, 0}, {0, 0, 7, 0}, {0, 0, 0, 0}});
        assertThatThrownBy(() -> MaskFolder.of(folder).read(8))
                .hasMessage(
                        mask
                                + " has the class number 7 in row 2, column 3, but there are 2 classes, 0 to 1; 255 leaves a pixel out.");
        picture(mask, 4, 3);
        assertThatThrownBy(() -> MaskFolder.of(folder).read(8))
                .hasMessageStartingWith(mask + " has a colour at each pixel instead of the number of a class.");
        Files.writeString(mask, "no picture");
        assertThatThrownBy(() -> MaskFolder.of(folder).read(8)).isInstanceOf(DataException.class);
        Files.delete(folder.resolve("classes.txt"));
        assertThatThrownBy(() -> MaskFolder.of(folder)).isInstanceOf(DataException.class);
    }

    @Test
    void greys_of_sixteen_bits_are_out_of_range() throws IOException {
        picture(images.resolve("a.png"), 2, 1);
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(1, 0, 0, 40_000);
        ImageIO.write(deep, "png", masks.resolve("a.png").toFile());
        assertThatThrownBy(() -> MaskFolder.of(folder))
                .hasMessageContaining("the class number 40,000 in row 1, column 2");
    }

    private static void picture(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        String format = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith("jpg") ? "jpg" : "png";
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    }

    private static void grey(Path file, int[][] numbers) throws IOException {
        write(file, new BufferedImage(numbers[0].length, numbers.length, BufferedImage.TYPE_BYTE_GRAY), numbers);
    }

    private static void palette(Path file, int[][] numbers) throws IOException {
        byte[] colours = new byte[256];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (byte) (37 * i);
        }
        IndexColorModel model = new IndexColorModel(8, 256, colours, colours, colours);
        write(
                file,
                new BufferedImage(numbers[0].length, numbers.length, BufferedImage.TYPE_BYTE_INDEXED, model),
                numbers);
    }

    private static void write(Path file, BufferedImage image, int[][] numbers) throws IOException {
        for (int y = 0; y < numbers.length; y++) {
            for (int x = 0; x < numbers[y].length; x++) {
                image.getRaster().setSample(x, y, 0, numbers[y][x]);
            }
        }
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    }
}
