package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What a crash leaves of unsaved work, and what a newer version's project allows. */
@ExtendWith(ApplicationExtension.class)
class JournalTest {

    /** No process has a number this high. */
    private static final String DEAD = "4000000000-1-elsewhere";

    private static final LayerType DENSE = NodeLibrary.CATALOG.layer("dense").orElseThrow();

    @TempDir
    Path folder;

    private final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    private final Notices notices = new Notices();
    private Path file = Path.of("");
    private Projects projects = null;
    private ProjectReader reader = null;
    private Journal journal = null;

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
            journal = new Journal(bench, projects, folder.resolve("unsaved"), tasks, notices, (place, left) -> {
                journal.want(left);
                reader.again(place, projects::open, () -> {});
            });
        });
    }

    private void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private void openFile() {
        fx(() -> reader.file(file, projects::open));
    }

    private void addLayer() {
        fx(() -> bench.apply(Edits.add(DENSE, new NodeId("n1"), new Point(0, 0))));
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".journal")).toList();
        }
    }

    private Path left(Document document) throws ProjectFileException {
        Path orphan = folder.resolve(".net.loom." + DEAD + ".journal");
        ProjectFile.write(document, orphan);
        return orphan;
    }

    private static Document withLayer() {
        return Edits.add(DENSE, new NodeId("n1"), new Point(0, 0)).apply(Document.EMPTY);
    }

    /** Presses the first button of the notice, which goes away with that. */
    private void accept() {
        Notice offer = notices.shown().stream()
                .filter(notice -> notice.refusal().isPresent())
                .findFirst()
                .orElseThrow();
        fx(() -> {
            notices.dismiss(offer);
            offer.action().orElseThrow().run().run();
        });
    }

    @Test
    void unsavedChangesAreKeptBesideTheProjectUntilTheyAreSaved() throws IOException {
        openFile();
        addLayer();
        until(() -> !journals().isEmpty());
        assertThat(ProjectFile.read(journals().get(0))).isEqualTo(bench.document());
        assertThat(ProjectFile.read(file)).isEqualTo(Document.EMPTY);
        fx(() -> projects.save(file, () -> {}));
        until(() -> journals().isEmpty());
        assertThat(ProjectFile.read(file)).isEqualTo(bench.document());
    }

    /** Opens a project in a folder where nothing can be kept any more, and changes it. */
    private Path changeWhereNothingCanBeKept() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path inside = locked.resolve("net.loom");
        ProjectFile.write(Document.EMPTY, inside);
        fx(() -> reader.file(inside, projects::open));
        Files.delete(inside);
        Files.delete(locked);
        Files.createFile(locked); // no folder: nobody, not even an administrator, can write below it
        addLayer();
        until(() -> !notices.shown().isEmpty());
        return locked;
    }

    @Test
    void whatCannotBeKeptIsSaidUntilTheProjectIsSavedElsewhere() throws IOException {
        changeWhereNothingCanBeKept();
        fx(() -> projects.save(folder.resolve("elsewhere.loom"), () -> {}));
        until(notices.shown()::isEmpty);
        assertThat(projects.place()).isEqualTo(new Projects.Place.Saved(folder.resolve("elsewhere.loom")));
    }

    @Test
    void whereNothingCanBeKeptItIsSaidOnce() throws IOException {
        Path locked = changeWhereNothingCanBeKept();
        assertThat(notices.shown().get(0).text())
                .startsWith("Unsaved changes cannot be kept in " + locked)
                .endsWith("Save the project in another folder.");
        Notice told = notices.shown().get(0);
        fx(() -> notices.dismiss(told));
        fx(() -> bench.apply(Edits.add(DENSE, new NodeId("n2"), new Point(0, 90))));
        // Longer than it takes until the next change is to be kept.
        Awaitility.await()
                .during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(30))
                .until(notices.shown()::isEmpty);
    }

    @Test
    void stepsCanBeTakenBackAfterTheProjectWasClosedAndOpenedAgain() {
        openFile();
        addLayer();
        fx(() -> projects.save(file, () -> {}));
        until(() -> !bench.dirtyProperty().get());
        fx(projects::create);
        openFile();
        assertThat(bench.steps()).containsExactly("Add Dense");
        fx(bench::undo);
        assertThat(bench.document()).isEqualTo(Document.EMPTY);
        assertThat(bench.dirtyProperty().get()).isTrue();
        fx(bench::redo);
        assertThat(bench.document()).isEqualTo(withLayer());
        assertThat(bench.dirtyProperty().get()).isFalse();
    }

    @Test
    void leavingTheProjectForGoodForgetsThem() throws IOException {
        openFile();
        addLayer();
        until(() -> !journals().isEmpty());
        fx(journal::close);
        assertThat(journals()).isEmpty();
    }

    @Test
    void whatADeadProcessLeftIsOfferedBackAsOneStep() throws IOException {
        Path orphan = left(withLayer());
        fx(() -> journal.lookBack(List.of(file), List.of()));
        Notice offer = notices.shown().get(0);
        assertThat(offer.text()).isEqualTo("Layerloom ended before the last changes to net.loom were saved.");
        fx(() -> offer.action().orElseThrow().run().run());
        until(() -> bench.document().equals(withLayer()));
        assertThat(bench.undoLabelProperty().get()).contains("Bring back unsaved changes");
        assertThat(bench.dirtyProperty().get()).isTrue();
        assertThat(orphan).exists();
        assertThat(ProjectFile.read(file)).isEqualTo(Document.EMPTY);
        fx(() -> projects.save(file, () -> {}));
        until(() -> journals().isEmpty());
        assertThat(ProjectFile.read(file)).isEqualTo(withLayer());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasLeftBeforeGoesWithWhatWasBroughtBack(boolean saving) throws IOException {
        Path first = folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        ProjectFile.write(withLayer(), first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000));
        left(withLayer());
        openFile();
        accept();
        until(() -> bench.document().equals(withLayer()));
        assertThat(first).exists();
        fx(saving ? () -> projects.save(file, () -> {}) : journal::discard);
        until(() -> journals().isEmpty());
    }

    @Test
    void otherWorkThatWasLeftBeforeIsNotThrownAwayWithIt() throws IOException {
        Path first = folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        Document other = Edits.add(DENSE, new NodeId("n5"), new Point(9, 9)).apply(Document.EMPTY);
        ProjectFile.write(other, first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000));
        left(withLayer());
        openFile();
        accept();
        until(() -> bench.document().equals(withLayer()));
        fx(() -> projects.save(file, () -> {}));
        until(() -> journals().equals(List.of(first)));
        assertThat(JournalFile.of(file).left()).contains(first);
    }

    @Test
    void whatALivingProcessWritesIsItsOwnAffair() throws IOException {
        openFile();
        addLayer();
        until(() -> !journals().isEmpty());
        String own = journals().get(0).getFileName().toString();
        String[] owner = own.replace(".net.loom.", "").split("-", 3);
        assertThat(JournalFile.of(file).left()).isEmpty();
        // The number of a living process that began at another time, and on another machine.
        for (String other : List.of(owner[0] + "-1-" + owner[2], owner[0] + "-" + owner[1] + "-other.journal")) {
            Path orphan = folder.resolve(".net.loom." + other);
            ProjectFile.write(withLayer(), orphan);
            assertThat(JournalFile.of(file).left()).contains(orphan);
            Files.delete(orphan);
        }
    }

    @Test
    void anIgnoredOfferStaysAndNothingButARefusalOrASaveTakesTheChangesAway() throws IOException {
        Document lost = Edits.add(DENSE, new NodeId("n2"), new Point(0, 90)).apply(withLayer());
        Path orphan = left(lost);
        openFile();
        addLayer();
        fx(bench::undo);
        assertThat(orphan).exists();
        addLayer();
        fx(() -> projects.save(file, () -> {}));
        until(() -> !bench.dirtyProperty().get());
        assertThat(orphan).exists();
        fx(projects::create);
        Notice offer = notices.shown().get(0);
        fx(() -> offer.action().orElseThrow().run().run());
        until(() -> bench.document().equals(lost));
        fx(bench::undo);
        assertThat(bench.document()).isEqualTo(withLayer());
        assertThat(orphan).exists();
        fx(() -> offer.refusal().orElseThrow().run().run());
        assertThat(orphan).doesNotExist();
    }

    @Test
    void anotherNewProjectTakesNothingOfTheOneThatWasLost() throws IOException {
        Path home = Files.createDirectories(folder.resolve("unsaved"));
        Path orphan = home.resolve(".untitled." + DEAD + ".journal");
        ProjectFile.write(withLayer(), orphan);
        fx(() -> journal.lookBack(List.of(), List.of()));
        fx(projects::create);
        addLayer();
        fx(() -> projects.save(folder.resolve("other.loom"), () -> {}));
        until(() -> !bench.dirtyProperty().get());
        assertThat(orphan).exists();
        assertThat(notices.shown()).anyMatch(notice -> notice.refusal().isPresent());
    }

    @Test
    void aNewProjectThatWasNeverSavedIsOfferedBackToo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("unsaved"));
        ProjectFile.write(withLayer(), home.resolve(".untitled." + DEAD + ".journal"));
        fx(() -> journal.lookBack(List.of(), List.of()));
        fx(() -> notices.shown().get(0).action().orElseThrow().run().run());
        until(() -> bench.document().equals(withLayer()));
    }

    @Test
    void aNewProjectComesBackAsTheOneThatItWas() throws IOException {
        Path home = Files.createDirectories(folder.resolve("unsaved"));
        for (String name : List.of("untitled-k3x-1", "iris-mlp")) {
            Path orphan = home.resolve("." + name + "." + DEAD + ".journal");
            ProjectFile.write(withLayer(), orphan);
            fx(() -> journal.lookBack(List.of(), List.of()));
            accept();
            until(() -> bench.document().equals(withLayer()));
            assertThat(projects.place()).isEqualTo(Projects.Place.keptAs(name));
            assertThat(projects.place().keptAs()).contains(name);
            fx(journal::discard);
            assertThat(orphan).doesNotExist();
        }
        assertThat(projects.place().title()).isEqualTo("Iris species from a table");
    }

    @Test
    void aProjectWhoseFileIsGoneComesBackUnderItsName() throws IOException {
        left(withLayer());
        Files.delete(file);
        fx(() -> journal.lookBack(List.of(file), List.of()));
        accept();
        until(() -> bench.document().equals(withLayer()));
        assertThat(projects.place()).isEqualTo(new Projects.Place.Saved(file));
        fx(() -> projects.save(file, () -> {}));
        until(() -> journals().isEmpty());
        assertThat(ProjectFile.read(file)).isEqualTo(withLayer());
    }

    @Test
    void whatWasBroughtBackIsOfferedAgainUnlessItWasDiscardedOrSaved() throws IOException {
        Path orphan = left(withLayer());
        openFile();
        accept();
        until(() -> bench.document().equals(withLayer()));
        fx(bench::undo);
        fx(projects::create);
        openFile();
        assertThat(orphan).exists();
        accept();
        until(() -> bench.document().equals(withLayer()));
        fx(journal::discard);
        fx(projects::create);
        openFile();
        assertThat(journals()).isEmpty();
        assertThat(notices.shown()).noneMatch(notice -> notice.refusal().isPresent());
    }

    @Test
    void discardingAlsoRemovesWhatHoldsTheSameAndAsksOfTheRestAtOnce() throws IOException {
        Path other = folder.resolve(".net.loom.4000000001-1-elsewhere.journal");
        Path earliest = folder.resolve(".net.loom.4000000002-1-elsewhere.journal");
        Document earlier = Edits.add(DENSE, new NodeId("n7"), new Point(300, 0)).apply(withLayer());
        ProjectFile.write(earlier, earliest);
        ProjectFile.write(withLayer(), other);
        Path newest = left(withLayer());
        Files.setLastModifiedTime(earliest, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(other, FileTime.fromMillis(2_000_000));
        openFile();
        discardOffered();
        assertThat(newest).doesNotExist();
        assertThat(other).as("the same").doesNotExist();
        assertThat(earliest).as("work of its own").exists();
        assertThat(notices.shown())
                .extracting(Notice::text)
                .anyMatch(text -> text.startsWith("There are unsaved changes to net.loom of 1 January"));
        discardOffered();
        assertThat(journals()).isEmpty();
        fx(() -> notices.shown()
                .get(notices.shown().size() - 1)
                .action()
                .orElseThrow()
                .run()
                .run()); // undo
        assertThat(ProjectFile.read(earliest)).isEqualTo(earlier);
        discardOffered();
        assertThat(journals()).isEmpty();
    }

    @Test
    void anEarlierStateOfANewProjectIsAskedOfWithoutAName() throws IOException {
        Path home = Files.createDirectories(folder.resolve("unsaved"));
        Path earlier = home.resolve(".untitled.4000000001-1-elsewhere.journal");
        ProjectFile.write(Document.EMPTY, earlier);
        Files.setLastModifiedTime(earlier, FileTime.fromMillis(1_000_000));
        ProjectFile.write(withLayer(), home.resolve(".untitled." + DEAD + ".journal"));
        fx(() -> journal.lookBack(List.of(), List.of()));
        discardOffered();
        assertThat(notices.shown())
                .extracting(Notice::text)
                .anyMatch(text -> text.startsWith("There is an earlier state of it, of 1 January"));
    }

    private void discardOffered() {
        fx(() -> {
            Notice offer = notices.shown().stream()
                    .filter(notice -> notice.refusal().isPresent())
                    .findFirst()
                    .orElseThrow();
            notices.dismiss(offer);
            offer.refusal().orElseThrow().run().run();
        });
    }

    @Test
    void aProjectOfANewerVersionIsOpenForReadingOnly() throws IOException {
        String newer = ProjectFile.toJson(withLayer()).replace("\"format\": 1", "\"format\": 4");
        Files.writeString(file, newer);
        openFile();
        assertThat(bench.document()).isEqualTo(withLayer());
        assertThat(notices.shown().get(0).text())
                .isEqualTo(
                        "net.loom has format 4 and this version writes format 3, so it is open for reading only. Change it with a newer version of Layerloom.");
        fx(() -> notices.dismiss(notices.shown().get(0)));
        fx(() -> bench.apply(Edits.rename(new NodeId("n1"), "other")));
        assertThat(bench.document()).isEqualTo(withLayer());
        assertThat(notices.shown()).as("says why nothing happened").hasSize(1);
        fx(() -> projects.save(folder.resolve("copy.loom"), () -> {}));
        assertThat(folder.resolve("copy.loom")).doesNotExist();
        assertThat(Files.readString(file)).isEqualTo(newer);
    }

    @Test
    void eachOfSeveralProjectsHasItsOwn() throws IOException {
        Workbench other = new Workbench(NodeLibrary.CATALOG);
        fx(() -> {
            Tasks tasks = new Tasks(Runnable::run, bug -> {
                throw new AssertionError(bug);
            });
            Projects second =
                    new Projects(other, new SettingsFile(folder.resolve("settings.json")), tasks, new Notices());
            Journal own =
                    new Journal(other, second, folder.resolve("unsaved"), tasks, new Notices(), (place, left) -> {});
            second.create();
            other.apply(Edits.add(DENSE, new NodeId("n7"), new Point(0, 0)));
            assertThat(own.isBringing()).isFalse();
        });
        openFile();
        addLayer();
        until(() -> journals().size() == 1 && kept().size() == 1);
        fx(() -> projects.save(file, () -> {}));
        until(() -> journals().isEmpty());
        assertThat(ProjectFile.read(kept().get(0))).isEqualTo(other.document());
    }

    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(folder.resolve("unsaved"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("unsaved"))) {
            return files.filter(path -> path.toString().endsWith(".journal")).toList();
        }
    }
}
