package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.export.Architectures.FullSize;
import io.layerloom.app.export.Architectures.Trained;
import io.layerloom.graph.Inference;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
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
    void thePageTellsWhatItsProgramWrites() throws IOException {
        Path page = Path.of("..", "src", "docs", Architectures.FILE);
        assertThat(Files.readString(page)).isEqualTo(Architectures.text());
    }

    @Test
    void everyNetworkInFullSizeHasARow() {
        assertThat(fullSize())
                .extracting(FullSize::id)
                .containsExactlyElementsOf(
                        Samples.fullSize().stream().map(Sample::id).toList());
    }

    @Test
    void everySampleThatTrainsHasARow() {
        assertThat(Architectures.TRAINED)
                .extracting(Trained::id)
                .containsExactlyInAnyOrderElementsOf(
                        Samples.all().stream().map(Sample::id).toList());
    }

    /** Darknet counts running means and variances, too. */
    @Test
    void tinyYoloHasAsManyNumbersAsItsFileOfWeights() {
        Inference inference = Inference.of(SampleRuns.document("yolo-tiny-voc").graph(), NodeLibrary.CATALOG);
        long buffers = inference.reports().values().stream()
                .mapToLong(report -> report.count().buffers())
                .sum();
        assertThat(inference.parameters() + buffers).isEqualTo(15_867_885);
    }

    @ParameterizedTest
    @MethodSource("fullSize")
    void everyNetworkHasAsManyParametersAsPublished(FullSize network) {
        assertThat(Architectures.parameters(network.id())).isEqualTo(network.published());
    }
}
