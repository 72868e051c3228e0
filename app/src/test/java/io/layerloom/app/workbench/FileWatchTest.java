package io.layerloom.app.workbench;

import static io.layerloom.app.workbench.ProjectFixture.fx;
import static io.layerloom.app.workbench.ProjectFixture.until;
import static io.layerloom.app.workbench.ProjectFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** What another program makes of the file of an open project, and what the person makes of that. */
@ExtendWith(ApplicationExtension.class)
class FileWatchTest {

    private static final Document THEIRS = with("n7").apply(Document.EMPTY);

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
        project.open();
    }

    private void look() {
        fx(project.watch::look);
    }

    private Notice told() {
        assertThat(project.notices.shown()).hasSize(1);
        return project.notices.shown().get(0);
    }

    private static void press(Optional<Notice.Action> button) {
        fx(() -> ProjectFixture.press(button));
    }

    @Test
    void whatIsTheSameInOtherWordsOrWasMerelyTouchedIsNotTold() throws IOException {
        project.add("n1");
        project.save();
        look();
        Files.setLastModifiedTime(project.file, FileTime.fromMillis(1_000));
        look();
        Files.writeString(project.file, Files.readString(project.file) + "\n\n");
        look();
        assertThat(project.notices.shown()).isEmpty();
        assertThat(project.bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatIsOpenHereIsSavedWhoeverWroteIt() throws IOException {
        project.add("n7");
        ProjectFile.write(THEIRS, project.file);
        look();
        assertThat(project.notices.shown()).isEmpty();
        assertThat(project.bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatAnotherProgramWroteIsReadAgainAsAStepThatCanBeUndone() throws IOException {
        project.add("n1");
        Document mine = project.bench.document();
        until(() -> !project.journals().isEmpty());
        ProjectFile.write(THEIRS, project.file);
        look();
        assertThat(project.bench.document()).isEqualTo(mine);
        assertThat(told().text()).startsWith("net.loom was changed by another program since it was read here.");
        press(told().action());
        assertThat(project.notices.shown()).isEmpty();
        assertThat(project.bench.document()).isEqualTo(THEIRS);
        assertThat(project.bench.dirtyProperty().get()).isFalse();
        until(() -> project.journals().isEmpty());
        fx(project.bench::undo);
        assertThat(project.bench.document()).isEqualTo(mine);
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        until(() -> !project.journals().isEmpty());
        fx(project.bench::redo);
        project.open(); // as at the next start
        fx(project.bench::undo);
        assertThat(project.bench.document()).isEqualTo(mine);
    }

    @Test
    void whatIsOpenHereIsUnsavedUntilThePersonKeepsItAndThenReplacesTheFile() throws IOException {
        project.add("n1");
        project.save();
        Document mine = project.bench.document();
        ProjectFile.write(THEIRS, project.file);
        look();
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        until(() -> !project.journals().isEmpty());
        assertThat(ProjectFile.read(project.journals().get(0))).isEqualTo(mine);
        press(told().look());
        assertThat(project.compared.getValue()).isEqualTo(THEIRS);
        press(told().refusal());
        look();
        assertThat(project.notices.shown()).isEmpty();
        assertThat(ProjectFile.read(project.file)).isEqualTo(THEIRS);
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        project.save();
        assertThat(ProjectFile.read(project.file)).isEqualTo(mine);
        assertThat(project.compared.getValue())
                .as("the comparison follows the file")
                .isEqualTo(mine);
        assertThat(project.bench.dirtyProperty().get()).isFalse();
        until(() -> project.journals().isEmpty());
    }

    @Test
    void whatWasClosedIsToldAgainOnlyOnceTheFileChangesAgainAndGoesWhereItIsAsBefore() throws IOException {
        String before = Files.readString(project.file);
        ProjectFile.write(THEIRS, project.file);
        look();
        fx(() -> project.notices.close(told()));
        look();
        assertThat(project.notices.shown()).isEmpty();
        Files.writeString(project.file, "{");
        look();
        assertThat(told().text()).contains("cannot be read. net.loom is cut off: it ends at line 1");
        assertThat(told().action()).isEmpty();
        Files.writeString(project.file, before);
        look();
        assertThat(project.notices.shown()).isEmpty();
        assertThat(project.bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void aFileThatIsGoneLeavesItsProjectUnsavedAndIsMadeAnew() throws IOException {
        project.add("n1");
        project.save();
        Document mine = project.bench.document();
        Files.delete(project.file);
        look();
        assertThat(told().text()).startsWith("net.loom was deleted or moved by another program.");
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        until(() -> !project.journals().isEmpty());
        press(told().action());
        assertThat(project.notices.shown()).isEmpty();
        assertThat(ProjectFile.read(project.file)).isEqualTo(mine);
        assertThat(project.bench.dirtyProperty().get()).isFalse();
        until(() -> project.journals().isEmpty());
    }

    @Test
    void whatAnotherProgramWroteIsNotReplacedUnasked() throws IOException {
        project.add("n1");
        Document mine = project.bench.document();
        ProjectFile.write(THEIRS, project.file);
        look();
        project.save();
        assertThat(ProjectFile.read(project.file)).isEqualTo(THEIRS);
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        assertThat(told().text()).contains("so it is not saved");
        assertThat(told().look().orElseThrow().label()).isEqualTo("Save as…");
        press(told().action());
        assertThat(project.notices.shown()).isEmpty();
        assertThat(ProjectFile.read(project.file)).isEqualTo(mine);
        project.save();
        assertThat(project.bench.dirtyProperty().get()).isFalse();
    }
}
