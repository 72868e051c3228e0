package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.codegen.Verification;
import io.layerloom.engine.DataPaths;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Sample;
import io.layerloom.samples.SampleData;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample is trained, exported, compiled and run on its own, and gives the same bits. */
@Tag("slow")
class ExportServiceTest {

    private static final EngineContext ENGINE = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    private static final WorkerCommand WORKER = new WorkerCommand(
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.layerloom.app.Main",
                    "worker"),
            Map.of());

    @TempDir
    Path folder;

    static List<String> samples() {
        return Samples.all().stream().map(Sample::id).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsExportedBitForBit(String id) throws IOException, InterruptedException {
        Document document;
        try (InputStream in = Samples.byId(id).orElseThrow().openProject()) {
            document = ProjectFile.read(in);
        }
        Document shortened = document.with(document.plan().withEpochs(1));
        RunFolder run = train(shortened);
        ExportService service = new ExportService(ENGINE, WORKER);
        Path project = folder.resolve("project");
        service.writeJava(run, id, project);
        Verification found = service.verify(run, project, step -> {});
        assertThat(found.message()).startsWith("Compiled and run on its own");
        assertThat(found.verified()).isTrue();
        assertThat(project.resolve("README.md")).content().contains("bit for bit", "Licence");
        // A second export replaces the first; a folder with something else in it is left alone.
        service.writeJava(run, id, project);
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("letter.txt"), "Dear Ada");
        ProjectFile.write(document, taken.resolve("project.loom"));
        assertThatThrownBy(() -> service.writeJava(run, id, taken)).hasMessageContaining("holds other files");
        assertThatThrownBy(() -> service.writeJava(run, id, run.path())).hasMessageContaining("holds other files");
    }

    @Test
    void anExportOfOnesOwnDataNamesNoPlaceOfThisMachine() throws IOException, InterruptedException {
        Path flowers = folder.resolve("my flowers.csv");
        try (InputStream in = SampleData.open("iris", "iris.csv")) {
            Files.copy(in, flowers);
        }
        Document document;
        try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
            document = ProjectFile.read(in);
        }
        RunFolder run = train(document.with(document.plan().withEpochs(2).withData(DataSources.guess(flowers))));
        Path project = folder.resolve("project");
        ExportService service = new ExportService(ENGINE, WORKER);
        service.writeJava(run, "flowers", project);
        assertThat(service.verify(run, project, step -> {}).verified()).isTrue();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(folder.toString());
            }
        }
        assertThat(project.resolve("project.loom")).content().contains("\"file\": \"data/my flowers.csv\"");
        assertThat(project.resolve("README.md"))
                .content()
                .containsPattern("\\| Trained \\| \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC \\|");
        // Wherever the export lies, its project finds its data.
        Path moved = Files.move(project, folder.resolve("moved"));
        Path file = moved.resolve("project.loom");
        Component data =
                DataPaths.whole(ProjectFile.read(file), file).plan().data().orElseThrow();
        assertThat(DataSources.schema(data, SampleData::open).examples()).isEqualTo(150);
    }

    private RunFolder train(Document document) throws IOException {
        try (RunHandle handle =
                Training.start(new RunSpec(document, folder.resolve("run"), 0, false), ENGINE, WORKER, event -> {})) {
            assertThat(handle.done().join()).isInstanceOf(RunEvent.Finished.class);
            return handle.folder();
        }
    }
}
