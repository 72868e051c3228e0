package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    static List<Sample> samples() {
        return Samples.all();
    }

    @Test
    void ids_are_unique_and_found() {
        assertThat(Samples.all()).extracting(Sample::id).doesNotHaveDuplicates();
        assertThat(Samples.all())
                .allSatisfy(sample -> assertThat(Samples.byId(sample.id())).contains(sample));
        assertThat(Samples.fullSize())
                .allSatisfy(sample -> assertThat(Samples.byId(sample.id())).contains(sample));
        assertThat(Samples.byId("mnist")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_says_what_it_is_and_names_a_shipped_data_set(Sample sample) {
        assertThat(sample.title()).isNotBlank().hasSizeLessThan(40).doesNotEndWith(".");
        assertThat(sample.description()).hasSizeBetween(40, 200).endsWith(".");
        assertThat(sample.tags()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(SampleData.datasets()).contains(sample.dataset());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_picture_has_the_stated_size_and_a_transparent_ground(Sample sample) throws IOException {
        try (InputStream in = sample.openPicture()) {
            BufferedImage picture = ImageIO.read(in);
            assertThat(picture.getWidth()).isEqualTo(SamplePictures.WIDTH);
            assertThat(picture.getHeight()).isEqualTo(SamplePictures.HEIGHT);
            assertThat(picture.getRGB(0, 0) >>> 24).isZero();
        }
    }
}
