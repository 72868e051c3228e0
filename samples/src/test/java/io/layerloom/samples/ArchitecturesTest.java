package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inference;
import io.layerloom.nodes.NodeLibrary;
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

    /** Darknet counts running means and variances, too. */
    @Test
    void tiny_yolo_has_as_many_numbers_as_its_file_of_weights() {
        Inference inference =
                Inference.of(SampleProjects.document("yolo-tiny-voc").graph(), NodeLibrary.CATALOG);
        long buffers = inference.reports().values().stream()
                .mapToLong(report -> report.count().buffers())
                .sum();
        assertThat(inference.parameters() + buffers).isEqualTo(15_867_885);
    }

    @ParameterizedTest
    @MethodSource("fullSize")
    void every_network_has_as_many_parameters_as_published(FullSize network) {
        assertThat(Architectures.parameters(network.id())).isEqualTo(network.published());
    }
}
