package io.layerloom.app.workbench;

import static io.layerloom.app.workbench.ProjectFixture.fx;
import static io.layerloom.app.workbench.ProjectFixture.until;
import static io.layerloom.app.workbench.ProjectFixture.with;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a process that is no more left unsaved of a project with a file: offered back, taken back or thrown away. */
@ExtendWith(ApplicationExtension.class)
class BringBackTest {

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
    }

    @Test
    void whatADeadProcessLeftIsOfferedBackAsOneStep() throws IOException {
        Path orphan = project.left(withLayer());
        fx(() -> project.journal.lookBack(List.of(project.file), List.of()));
        Notice offer = project.notices.shown().get(0);
        assertThat(offer.text()).isEqualTo("Layerloom ended before the last changes to net.loom were saved.");
        fx(() -> offer.action().orElseThrow().run().run());
        until(() -> project.bench.document().equals(withLayer()));
        assertThat(project.bench.undoLabelProperty().get()).contains("Bring back unsaved changes");
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        assertThat(orphan).exists();
        assertThat(ProjectFile.read(project.file)).isEqualTo(Document.EMPTY);
        project.save();
        until(() -> project.journals().isEmpty());
        assertThat(ProjectFile.read(project.file)).isEqualTo(withLayer());
    }

    @Test
    void aProjectWhoseFileIsGoneComesBackUnderItsName() throws IOException {
        project.left(withLayer());
        Files.delete(project.file);
        fx(() -> project.journal.lookBack(List.of(project.file), List.of()));
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        assertThat(project.place()).isEqualTo(new Projects.Place.Saved(project.file));
        project.save();
        until(() -> project.journals().isEmpty());
        assertThat(ProjectFile.read(project.file)).isEqualTo(withLayer());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasLeftBeforeGoesWithWhatWasBroughtBack(boolean saving) throws IOException {
        Path first = project.folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        ProjectFile.write(withLayer(), first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000));
        project.left(withLayer());
        project.open();
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        assertThat(first).exists();
        fx(saving ? () -> project.projects.save(project.file, () -> {}) : project.journal::discard);
        until(() -> project.journals().isEmpty());
    }

    @Test
    void otherWorkThatWasLeftBeforeIsNotThrownAwayWithIt() throws IOException {
        Path first = project.folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        Document other = with("n5").apply(Document.EMPTY);
        ProjectFile.write(other, first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000));
        project.left(withLayer());
        project.open();
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        project.save();
        until(() -> project.journals().equals(List.of(first)));
        assertThat(JournalFile.of(project.file).left()).contains(first);
    }

    @Test
    void anIgnoredOfferStaysAndNothingButARefusalOrASaveTakesTheChangesAway() throws IOException {
        Document lost = with("n2").apply(withLayer());
        Path orphan = project.left(lost);
        project.open();
        project.add("n1");
        fx(project.bench::undo);
        assertThat(orphan).exists();
        project.add("n1");
        project.save();
        until(() -> !project.bench.dirtyProperty().get());
        assertThat(orphan).exists();
        fx(project.projects::create);
        Notice offer = project.notices.shown().get(0);
        fx(() -> offer.action().orElseThrow().run().run());
        until(() -> project.bench.document().equals(lost));
        fx(project.bench::undo);
        assertThat(project.bench.document()).isEqualTo(withLayer());
        assertThat(orphan).exists();
        fx(() -> offer.refusal().orElseThrow().run().run());
        assertThat(orphan).doesNotExist();
    }

    @Test
    void whatWasBroughtBackIsOfferedAgainUnlessItWasDiscardedOrSaved() throws IOException {
        Path orphan = project.left(withLayer());
        project.open();
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        fx(project.bench::undo);
        fx(project.projects::create);
        project.open();
        assertThat(orphan).exists();
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        fx(project.journal::discard);
        fx(project.projects::create);
        project.open();
        assertThat(project.journals()).isEmpty();
        assertThat(project.notices.shown()).noneMatch(notice -> notice.refusal().isPresent());
    }

    @Test
    void discardingAlsoRemovesWhatHoldsTheSameAndAsksOfTheRestAtOnce() throws IOException {
        Path other = project.folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        Path earliest = project.folder.resolve(".net.loom.4000000002-1-elsewhere.journal");
        Document earlier = with("n7").apply(withLayer());
        ProjectFile.write(earlier, earliest);
        ProjectFile.write(withLayer(), other);
        Path newest = project.left(withLayer());
        Files.setLastModifiedTime(earliest, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(other, FileTime.fromMillis(2_000_000));
        project.open();
        project.refuse();
        assertThat(newest).doesNotExist();
        assertThat(other).as("the same").doesNotExist();
        assertThat(earliest).as("work of its own").exists();
        assertThat(project.notices.shown())
                .extracting(Notice::text)
                .anyMatch(text -> text.startsWith("There are unsaved changes to net.loom of 1 January"));
        project.refuse();
        assertThat(project.journals()).isEmpty();
        fx(() -> project.notices
                .shown()
                .get(project.notices.shown().size() - 1)
                .action()
                .orElseThrow()
                .run()
                .run()); // undo
        assertThat(ProjectFile.read(earliest)).isEqualTo(earlier);
        project.refuse();
        assertThat(project.journals()).isEmpty();
    }

    @Test
    void aRecentProjectWhoseFileIsGoneIsOfferedBackWhereItIsClicked() throws IOException {
        Path orphan = project.left(withLayer());
        fx(() -> project.settings.update(now -> now.opened(project.file)));
        fx(() -> project.journal.lookBack(List.of(project.file), List.of()));
        Files.delete(project.file);
        project.openRecent();
        assertThat(project.notices.shown()).as("one question").hasSize(1);
        assertThat(project.offer().text())
                .startsWith("There is no file " + project.file)
                .endsWith("Its unsaved changes are still there, and with them the whole project.");
        assertThat(project.settings.get().recentFiles()).containsExactly(project.file);
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        assertThat(project.place()).isEqualTo(new Projects.Place.Saved(project.file));
        project.save();
        until(() -> !Files.exists(orphan));
        assertThat(ProjectFile.read(project.file)).isEqualTo(withLayer());
    }

    @Test
    void oneOfWhichNothingIsLeftIsForgotten() throws IOException {
        project.left(withLayer());
        fx(() -> project.settings.update(now -> now.opened(project.file)));
        Files.delete(project.file);
        project.openRecent();
        project.refuse();
        project.openRecent();
        assertThat(project.notices.shown()).noneMatch(notice -> notice.refusal().isPresent());
        assertThat(project.settings.get().recentFiles()).isEmpty();
    }

    @Test
    void whatIsBroughtBackBesideADamagedFileDoesNotReplaceItUnasked() throws IOException {
        project.left(withLayer());
        Files.writeString(project.file, "{");
        project.openRecent();
        project.accept();
        until(() -> project.bench.document().equals(withLayer()));
        project.save();
        assertThat(project.file).hasContent("{");
        Notice refused = project.notices.shown().get(project.notices.shown().size() - 1);
        assertThat(refused.text()).contains("cannot be read here").doesNotContain("another program");
        fx(() -> ProjectFixture.press(refused.action())); // replace it
        assertThat(ProjectFile.read(project.file)).isEqualTo(withLayer());
        until(() -> project.journals().isEmpty());
    }
}
