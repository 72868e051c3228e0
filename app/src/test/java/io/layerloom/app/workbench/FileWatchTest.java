package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What another program makes of the file of an open project, and what the person makes of that. */
@ExtendWith(ApplicationExtension.class)
class FileWatchTest {

    private static final LayerType DENSE = NodeLibrary.CATALOG.layer("dense").orElseThrow();
    private static final Document THEIRS = with("n7").apply(Document.EMPTY);

    @TempDir
    Path folder;

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    private final Notices notices = new Notices();
    private final List<Document> compared = new ArrayList<>();
    private Path file = Path.of("");
    private Projects projects = null;
    private ProjectReader reader = null;
    private FileWatch watch = null;

    @BeforeEach
    void openProject() throws ProjectFileException {
        file = folder.resolve("net.loom");
        ProjectFile.write(Document.EMPTY, file);
        fx(() -> {
            Tasks tasks = new Tasks(Runnable::run, bug -> {
                throw new AssertionError(bug);
            });
            SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
            projects = new Projects(bench, settings, tasks, notices);
            reader = new ProjectReader(settings, tasks, () -> notices);
            new Journal(bench, projects, folder.resolve("unsaved"), tasks, notices, (place, left) -> {});
            watch = new FileWatch(bench, projects, tasks, notices, (name, theirs) -> compared.add(theirs));
        });
        open();
    }

    private void open() {
        fx(() -> reader.file(file, projects::open));
    }

    private void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void look() {
        fx(watch::look);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static Edit with(String id) {
        return Edits.add(DENSE, new NodeId(id), new Point(50, 50));
    }

    private void add(String id) {
        fx(() -> bench.apply(with(id)));
    }

    private Notice told() {
        assertThat(notices.shown()).hasSize(1);
        return notices.shown().get(0);
    }

    private void press(Optional<Notice.Action> button) {
        fx(() -> button.orElseThrow().run().run());
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".journal")).toList();
        }
    }

    @Test
    void whatIsTheSameInOtherWordsOrWasMerelyTouchedIsNotTold() throws IOException {
        add("n1");
        fx(() -> projects.save(file, () -> {}));
        look();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        look();
        Files.writeString(file, Files.readString(file) + "\n\n");
        look();
        assertThat(notices.shown()).isEmpty();
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatIsOpenHereIsSavedWhoeverWroteIt() throws IOException {
        add("n7");
        ProjectFile.write(THEIRS, file);
        look();
        assertThat(notices.shown()).isEmpty();
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatAnotherProgramWroteIsReadAgainAsAStepThatCanBeUndone() throws IOException {
        add("n1");
        Document mine = bench.document();
        until(() -> !journals().isEmpty());
        ProjectFile.write(THEIRS, file);
        look();
        assertThat(bench.document()).isEqualTo(mine);
        assertThat(told().text()).startsWith("net.loom was changed by another program since it was read here.");
        press(told().action());
        assertThat(notices.shown()).isEmpty();
        assertThat(bench.document()).isEqualTo(THEIRS);
        assertThat(bench.dirtyProperty().get()).isFalse();
        until(() -> journals().isEmpty());
        fx(bench::undo);
        assertThat(bench.document()).isEqualTo(mine);
        assertThat(bench.dirtyProperty().get()).isTrue();
        until(() -> !journals().isEmpty());
        fx(bench::redo);
        open(); // as at the next start
        fx(bench::undo);
        assertThat(bench.document()).isEqualTo(mine);
    }

    @Test
    void whatIsOpenHereIsUnsavedUntilThePersonKeepsItAndThenReplacesTheFile() throws IOException {
        add("n1");
        fx(() -> projects.save(file, () -> {}));
        Document mine = bench.document();
        ProjectFile.write(THEIRS, file);
        look();
        assertThat(bench.dirtyProperty().get()).isTrue();
        until(() -> !journals().isEmpty());
        assertThat(ProjectFile.read(journals().get(0))).isEqualTo(mine);
        press(told().look());
        assertThat(compared).containsExactly(THEIRS);
        press(told().refusal());
        look();
        assertThat(notices.shown()).isEmpty();
        assertThat(ProjectFile.read(file)).isEqualTo(THEIRS);
        assertThat(bench.dirtyProperty().get()).isTrue();
        fx(() -> projects.save(file, () -> {}));
        assertThat(ProjectFile.read(file)).isEqualTo(mine);
        assertThat(bench.dirtyProperty().get()).isFalse();
        until(() -> journals().isEmpty());
    }

    @Test
    void whatWasClosedIsToldAgainOnlyOnceTheFileChangesAgainAndGoesWhereItIsAsBefore() throws IOException {
        String before = Files.readString(file);
        ProjectFile.write(THEIRS, file);
        look();
        fx(() -> notices.close(told()));
        look();
        assertThat(notices.shown()).isEmpty();
        Files.writeString(file, "{");
        look();
        assertThat(told().text()).contains("cannot be read. net.loom is not valid JSON");
        assertThat(told().action()).isEmpty();
        Files.writeString(file, before);
        look();
        assertThat(notices.shown()).isEmpty();
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void aFileThatIsGoneLeavesItsProjectUnsavedAndIsMadeAnew() throws IOException {
        add("n1");
        fx(() -> projects.save(file, () -> {}));
        Document mine = bench.document();
        Files.delete(file);
        look();
        assertThat(told().text()).startsWith("net.loom was deleted or moved by another program.");
        assertThat(bench.dirtyProperty().get()).isTrue();
        until(() -> !journals().isEmpty());
        press(told().action());
        assertThat(notices.shown()).isEmpty();
        assertThat(ProjectFile.read(file)).isEqualTo(mine);
        assertThat(bench.dirtyProperty().get()).isFalse();
        until(() -> journals().isEmpty());
    }

    @Test
    void whatAnotherProgramWroteIsNotReplacedUnasked() throws IOException {
        add("n1");
        Document mine = bench.document();
        ProjectFile.write(THEIRS, file);
        look();
        fx(() -> projects.save(file, () -> {}));
        assertThat(ProjectFile.read(file)).isEqualTo(THEIRS);
        assertThat(bench.dirtyProperty().get()).isTrue();
        assertThat(told().text()).contains("so it is not saved");
        press(told().action());
        assertThat(notices.shown()).isEmpty();
        assertThat(ProjectFile.read(file)).isEqualTo(mine);
        fx(() -> projects.save(file, () -> {}));
        assertThat(bench.dirtyProperty().get()).isFalse();
    }
}
