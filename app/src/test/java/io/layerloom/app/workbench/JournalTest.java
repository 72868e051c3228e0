package io.layerloom.app.workbench;

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
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Changes that are not saved yet are kept beside their project, as long as they are not saved. */
@ExtendWith(ApplicationExtension.class)
class JournalTest {

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
    }

    @Test
    void unsavedChangesAreKeptBesideTheProjectUntilTheyAreSaved() throws IOException {
        project.open();
        project.add("n1");
        until(() -> !project.journals().isEmpty());
        assertThat(ProjectFile.read(project.journals().get(0))).isEqualTo(project.bench.document());
        assertThat(ProjectFile.read(project.file)).isEqualTo(Document.EMPTY);
        project.save();
        until(() -> project.journals().isEmpty());
        assertThat(ProjectFile.read(project.file)).isEqualTo(project.bench.document());
    }

    @Test
    void whatCannotBeKeptIsSaidUntilTheProjectIsSavedElsewhere() throws IOException {
        changeWhereNothingCanBeKept();
        project.save(project.folder.resolve("elsewhere.loom"));
        until(project.notices.shown()::isEmpty);
        assertThat(project.place()).isEqualTo(new Projects.Place.Saved(project.folder.resolve("elsewhere.loom")));
    }

    @Test
    void whereNothingCanBeKeptItIsSaidOnce() throws IOException {
        Path locked = changeWhereNothingCanBeKept();
        assertThat(project.notices.shown().get(0).text())
                .startsWith("Unsaved changes cannot be kept in " + locked)
                .endsWith("Save the project in another folder.");
        Notice told = project.notices.shown().get(0);
        fx(() -> project.notices.dismiss(told));
        project.add("n2");
        // Longer than it takes until the next change is to be kept.
        Awaitility.await()
                .during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(30))
                .until(project.notices.shown()::isEmpty);
    }

    /** Opens a project in a folder where nothing can be kept any more, and changes it. */
    private Path changeWhereNothingCanBeKept() throws IOException {
        Path locked = Files.createDirectory(project.folder.resolve("locked"));
        Path inside = locked.resolve("net.loom");
        ProjectFile.write(Document.EMPTY, inside);
        fx(() -> project.reader.file(inside, project.projects::open));
        Files.delete(inside);
        Files.delete(locked);
        Files.createFile(locked); // no folder: nobody, not even an administrator, can write below it
        project.add("n1");
        until(() -> !project.notices.shown().isEmpty());
        return locked;
    }

    @Test
    void leavingTheProjectForGoodForgetsThem() throws IOException {
        project.open();
        project.add("n1");
        until(() -> !project.journals().isEmpty());
        fx(project.journal::close);
        assertThat(project.journals()).isEmpty();
    }

    @Test
    void whatALivingProcessWritesIsItsOwnAffair() throws IOException {
        project.open();
        project.add("n1");
        until(() -> !project.journals().isEmpty());
        String own = project.journals().get(0).getFileName().toString();
        String[] owner = own.replace(".net.loom.", "").split("-", 3);
        assertThat(JournalFile.of(project.file).left()).isEmpty();
        // The number of a living process that began at another time, and on another machine.
        for (String other : List.of(owner[0] + "-1-" + owner[2], owner[0] + "-" + owner[1] + "-other.journal")) {
            Path orphan = project.folder.resolve(".net.loom." + other);
            ProjectFile.write(withLayer(), orphan);
            assertThat(JournalFile.of(project.file).left()).contains(orphan);
            Files.delete(orphan);
        }
    }

    @Test
    void eachOfSeveralProjectsHasItsOwn() throws IOException {
        ProjectFixture other = ProjectFixture.in(project.folder);
        fx(other.projects::create);
        other.add("n7");
        project.open();
        project.add("n1");
        until(() -> project.journals().size() == 1 && project.kept().size() == 1);
        project.save();
        until(() -> project.journals().isEmpty());
        assertThat(ProjectFile.read(project.kept().get(0))).isEqualTo(other.bench.document());
    }
}
