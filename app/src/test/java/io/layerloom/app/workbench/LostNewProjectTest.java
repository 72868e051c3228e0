package io.layerloom.app.workbench;

import static io.layerloom.app.workbench.ProjectFixture.DEAD;
import static io.layerloom.app.workbench.ProjectFixture.fx;
import static io.layerloom.app.workbench.ProjectFixture.until;
import static io.layerloom.app.workbench.ProjectFixture.withLayer;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a process that is no more left of projects that were never saved. */
@ExtendWith(ApplicationExtension.class)
class LostNewProjectTest {

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
    }

    @Test
    void anotherNewProjectTakesNothingOfTheOneThatWasLost() throws IOException {
        Path home = Files.createDirectories(project.folder.resolve("unsaved"));
        Path orphan = home.resolve(".untitled." + DEAD + ".journal");
        ProjectFile.write(withLayer(), orphan);
        fx(() -> project.journal.lookBack(List.of(), List.of()));
        fx(project.projects::create);
        project.add("n1");
        project.save(project.folder.resolve("other.loom"));
        until(() -> !project.bench.dirtyProperty().get());
        assertThat(orphan).exists();
        assertThat(project.notices.shown()).anyMatch(notice -> notice.refusal().isPresent());
    }

    @Test
    void aNewProjectThatWasNeverSavedIsOfferedBackToo() throws IOException {
        Path home = Files.createDirectories(project.folder.resolve("unsaved"));
        ProjectFile.write(withLayer(), home.resolve(".untitled." + DEAD + ".journal"));
        fx(() -> project.journal.lookBack(List.of(), List.of()));
        fx(() -> project.notices.shown().get(0).action().orElseThrow().run().run());
        until(() -> project.bench.document().equals(withLayer()));
    }

    @Test
    void aNewProjectComesBackAsTheOneThatItWas() throws IOException {
        Path home = Files.createDirectories(project.folder.resolve("unsaved"));
        for (String name : List.of("untitled-k3x-1", "iris-mlp")) {
            Path orphan = home.resolve("." + name + "." + DEAD + ".journal");
            ProjectFile.write(withLayer(), orphan);
            fx(() -> project.journal.lookBack(List.of(), List.of()));
            project.accept();
            until(() -> project.bench.document().equals(withLayer()));
            assertThat(project.place()).isEqualTo(Projects.Place.keptAs(name));
            assertThat(project.place().keptAs()).contains(name);
            fx(project.journal::discard);
            assertThat(orphan).doesNotExist();
        }
        assertThat(project.place().title()).isEqualTo("Iris species from a table");
    }

    @Test
    void anEarlierStateOfANewProjectIsAskedOfWithoutAName() throws IOException {
        Path home = Files.createDirectories(project.folder.resolve("unsaved"));
        Path earlier = home.resolve(".untitled.4000000001-1-elsewhere.journal");
        ProjectFile.write(Document.EMPTY, earlier);
        Files.setLastModifiedTime(earlier, FileTime.fromMillis(1_000_000));
        ProjectFile.write(withLayer(), home.resolve(".untitled." + DEAD + ".journal"));
        fx(() -> project.journal.lookBack(List.of(), List.of()));
        project.refuse();
        assertThat(project.notices.shown())
                .extracting(Notice::text)
                .anyMatch(text -> text.startsWith("There is an earlier state of it, of 1 January"));
    }
}
