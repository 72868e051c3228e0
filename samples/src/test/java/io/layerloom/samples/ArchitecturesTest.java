package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.samples.Architectures.FullSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitecturesTest {

    static List<FullSize> fullSize() {
        return Architectures.FULL_SIZE;
    }

    @Test
    void the_page_tells_what_its_program_writes() throws IOException {
        Path page = Path.of("..", "src", "docs", Architectures.FILE);
        assertThat(Files.readString(page)).isEqualTo(Architectures.text());
    }

    @Test
    void every_network_in_full_size_has_a_row() {
        assertThat(fullSize())
                .extracting(FullSize::id)
                .containsExactlyElementsOf(
                        Samples.fullSize().stream().map(Sample::id).toList());
    }

    @ParameterizedTest
    @MethodSource("fullSize")
    void every_network_has_as_many_parameters_as_published(FullSize network) {
        assertThat(Architectures.parameters(network.id())).isEqualTo(network.published());
    }
}
