package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DatesTest {

    @Test
    void the_dates_on_file_are_what_their_program_writes() throws IOException {
        assertThat(new String(SampleDataTest.read("dates", Dates.FILE), StandardCharsets.UTF_8))
                .isEqualTo(Dates.text());
    }

    @Test
    void they_fit_what_the_sample_reads_and_writes() {
        assertThat(Dates.text().lines().map(line -> line.split("\t")[0]))
                .allMatch(source -> source.length() <= 28)
                .anyMatch(source -> source.length() == 28);
        assertThat(Dates.text().codePoints().distinct().count()).isLessThanOrEqualTo(60 - 2);
    }
}
