package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
    private static final int LABELS_MAGIC = 0x801;
    private static final int IMAGES_MAGIC = 0x803;

    @ParameterizedTest
    @CsvSource({"train, " + MnistSubset.TRAIN_PER_DIGIT, "t10k, " + MnistSubset.TEST_PER_DIGIT})
    void every_digit_has_the_same_number_of_labels(String part, int perDigit) throws IOException {
        ByteBuffer labels = unpack(part + "-labels-idx1-ubyte.gz");

        assertThat(labels.getInt()).isEqualTo(LABELS_MAGIC);
        assertThat(labels.getInt()).isEqualTo(MnistSubset.DIGITS * perDigit);
        assertThat(labels.remaining()).isEqualTo(MnistSubset.DIGITS * perDigit);
        int[] counts = new int[MnistSubset.DIGITS];
        while (labels.hasRemaining()) {
            counts[labels.get()]++;
        }
        assertThat(counts).containsOnly(perDigit);
    }

    @ParameterizedTest
    @CsvSource({"train, 12000", "t10k, 2000"})
    void every_label_has_an_image_with_ink(String part, int count) throws IOException {
        ByteBuffer images = unpack(part + "-images-idx3-ubyte.gz");

        assertThat(images.getInt()).isEqualTo(IMAGES_MAGIC);
        assertThat(images.getInt()).isEqualTo(count);
        assertThat(images.getInt()).isEqualTo(28);
        assertThat(images.getInt()).isEqualTo(28);
        assertThat(images.remaining()).isEqualTo(count * 28 * 28);
        for (int image = 0; image < count; image++) {
            int ink = 0;
            for (int pixel = 0; pixel < 28 * 28; pixel++) {
                ink += images.get() & 0xff;
            }
            assertThat(ink).as("ink of image %d", image).isBetween(2_000, 120_000);
        }
    }

    private static ByteBuffer unpack(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(SampleData.open("mnist", file))) {
            return ByteBuffer.wrap(in.readAllBytes());
        }
    }
}
