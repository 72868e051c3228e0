package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FablesTest {

    @Test
    void the_fables_on_file_are_what_their_program_writes() throws IOException {
        assertThat(new String(SampleDataTest.read("fables", Fables.FILE), StandardCharsets.UTF_8))
                .isEqualTo(Fables.text());
    }

    @Test
    void their_signs_fit_the_vocabulary_that_the_sample_is_read_with() {
        assertThat(Fables.text().codePoints().distinct().count()).isLessThanOrEqualTo(40 - 2);
    }
}
