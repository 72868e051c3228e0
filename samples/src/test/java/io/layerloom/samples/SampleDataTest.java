package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDataTest {
    static Set<String> datasets() {
        return SampleData.datasets();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void every_file_has_the_sha_256_that_its_source_states(String dataset) throws IOException {
        String source = new String(read(dataset, SampleData.SOURCE), StandardCharsets.UTF_8);
        for (String file : SampleData.files(dataset)) {
            assertThat(source).contains("    " + sha256(read(dataset, file)) + "  " + file + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void every_source_names_a_licence(String dataset) throws IOException {
        assertThat(new String(read(dataset, SampleData.SOURCE), StandardCharsets.UTF_8))
                .contains("**Licence**: ")
                .contains("**Authors**: ");
    }

    @Test
    void an_unknown_data_set_or_file_is_refused_with_the_choices() {
        assertThatThrownBy(() -> SampleData.files("cifar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[dates, fables, iris, mnist")
                .hasMessageEndingWith("Received: cifar");
        assertThatThrownBy(() -> SampleData.open("iris", "../mnist/SOURCE.md"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("iris.csv");
    }

    static byte[] read(String dataset, String file) throws IOException {
        try (InputStream in = SampleData.open(dataset, file)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
