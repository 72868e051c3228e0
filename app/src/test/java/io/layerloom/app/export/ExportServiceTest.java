package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.DataPaths;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.samples.SampleData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where exports are written, and what they tell of where they come from. */
@Tag("slow")
class ExportServiceTest {

    @TempDir
    Path folder;

    @Test
    void aSecondExportReplacesTheFirstAndLeavesOtherFilesAlone() throws IOException {
        Document document = SampleRuns.document("iris-mlp");
        RunFolder run = train(document.with(document.plan().withEpochs(1)));
        Path project = folder.resolve("project");
        SampleRuns.SERVICE.writeJava(run, "iris", project);
        SampleRuns.SERVICE.writeJava(run, "iris", project);
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("letter.txt"), "Dear Ada");
        ProjectFile.write(document, taken.resolve("project.loom"));
        assertThatThrownBy(() -> SampleRuns.SERVICE.writeJava(run, "iris", taken))
                .hasMessageContaining("holds other files");
        assertThatThrownBy(() -> SampleRuns.SERVICE.writeJava(run, "iris", run.path()))
                .hasMessageContaining("holds other files");
    }

    @Test
    void anExportOfOnesOwnDataNamesNoPlaceOfThisMachine() throws IOException, InterruptedException {
        Path flowers = folder.resolve("my flowers.csv");
        try (InputStream in = SampleData.open("iris", "iris.csv")) {
            Files.copy(in, flowers);
        }
        Document document = SampleRuns.document("iris-mlp");
        RunFolder run = train(document.with(document.plan().withEpochs(2).withData(DataSources.guess(flowers))));
        Path project = folder.resolve("project");
        SampleRuns.verify(run.path(), "flowers", project);
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
        SampleRuns.train(new RunSpec(document, folder.resolve("run"), 0, false));
        return RunFolder.open(folder.resolve("run"));
    }
}
