package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleProjectsTest {
    static List<Sample> samples() {
        return Samples.all();
    }

    static List<Sample> fullSize() {
        return Samples.fullSize();
    }

    static List<Sample> everything() {
        return Stream.concat(samples().stream(), fullSize().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_project_on_file_is_what_its_program_writes(Sample sample) throws IOException {
        assertThat(text(sample)).isEqualTo(ProjectFile.toJson(SampleProjects.document(sample.id())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_project_opens_without_a_problem_and_fits_its_data(Sample sample)
            throws IOException, ProjectFileException, DataException {
        Document document = ProjectFile.read(text(sample));

        assertThat(ProjectFile.toJson(document)).isEqualTo(text(sample));
        Component data = document.plan().data().orElseThrow();
        DataSchema schema = DataSources.schema(data, SampleData::open);
        Inference inference = Inference.of(document.graph(), NodeLibrary.CATALOG);
        assertThat(inference.problems()).isEmpty();
        assertThat(PlanProblems.of(document, inference, NodeLibrary.CATALOG, Optional.of(schema)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mnist-mlp, 101770",
        "mnist-cnn, 121930",
        "mnist-residual, 14730",
        "lenet, 61706",
        "text-lstm, 13281",
        "text-rnn-en, 17601",
        "text-bigru-en, 22097",
        "text-transformer, 49953",
        "gpt-chars, 109352",
        "text-bert, 117092",
        "mnist-low, 56389",
        "mnist-transfer, 51589",
        "mnist-siamese, 46145",
        "shapes-questions, 36513",
        "mnist-autoencoder, 456680",
        "shapes-yolo, 81512",
        "shapes-ssd, 157424",
        "shapes-rcnn, 164711",
        "shapes-unet, 117412",
        "mnist-vae, 411944",
        "mnist-gan, 516497",
        "mnist-layerwise, 217354",
        "mnist-alexnet, 96074",
        "mnist-capsules, 146048",
        "iris-mlp, 403"
    })
    void every_network_has_the_stated_number_of_parameters(String id, long parameters) {
        assertThat(Inference.of(SampleProjects.document(id).graph(), NodeLibrary.CATALOG)
                        .parameters())
                .isEqualTo(parameters);
    }

    static List<String> benchmarks() {
        return Benchmarks.all();
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void every_network_to_be_measured_is_what_its_program_writes_and_has_no_problem(String id) throws IOException {
        Document document = BenchmarkProjects.ALL.get(id).get();
        try (InputStream in = Benchmarks.open(id)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ProjectFile.toJson(document));
        }
        assertThat(Inference.of(document.graph(), NodeLibrary.CATALOG).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fullSize")
    void every_network_in_full_size_is_sound(Sample sample) throws IOException, ProjectFileException {
        Document document = ProjectFile.read(text(sample));

        assertThat(ProjectFile.toJson(document)).isEqualTo(text(sample));
        Inference inference = Inference.of(document.graph(), NodeLibrary.CATALOG);
        assertThat(inference.problems()).isEmpty();
        assertThat(NodeLibrary.CATALOG.lower(document, inference).parameters()).isEqualTo(inference.parameters());
    }

    /** Nodes are 156 wide and about 76 high. */
    @ParameterizedTest
    @MethodSource("everything")
    void no_node_covers_another(Sample sample) {
        List<Point> places = List.copyOf(
                SampleProjects.document(sample.id()).layout().positions().values());
        for (Point a : places) {
            assertThat(places.stream().filter(b -> Math.abs(a.x() - b.x()) < 180 && Math.abs(a.y() - b.y()) < 96))
                    .containsExactly(a);
        }
    }

    private static String text(Sample sample) throws IOException {
        try (InputStream in = sample.openProject()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
