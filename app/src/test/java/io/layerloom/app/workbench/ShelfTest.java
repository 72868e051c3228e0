package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.monitor.RunSeries;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Which runs a project has, after it was saved, saved under another name, and opened again. */
@ExtendWith(ApplicationExtension.class)
class ShelfTest {

    @TempDir
    Path folder;

    private boolean training;

    /** One start of the program. */
    private final class Session {
        private final Notices notices = new Notices();
        private final Tasks tasks = new Tasks(work -> new Thread(work).start(), bug -> {
            throw new AssertionError(bug);
        });
        private final Workbench workbench = new Workbench(NodeLibrary.CATALOG);
        private final SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        private final Projects projects = new Projects(workbench, settings, tasks, notices);
        private final ProjectReader reader = new ProjectReader(settings, tasks, () -> notices);
        private final Shelf shelf = new Shelf(projects, folder.resolve("home"), () -> training, tasks, notices);

        void open(Path file) {
            fx(() -> {
                reader.file(file, projects::open);
                return true;
            });
            until(() -> projects.place().file().isPresent());
        }

        void saveAs(Path file) {
            fx(() -> {
                projects.save(file, () -> {});
                return true;
            });
            until(() -> projects.place().file().filter(file::equals).isPresent());
        }

        void has(String... runs) {
            until(() -> names().equals(List.of(runs)));
        }

        private List<String> names() {
            return shelf.runs().stream().map(RunSeries::name).sorted().toList();
        }

        private Path run(String name) {
            return fx(() -> shelf.runs().stream()
                    .filter(run -> run.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .folder());
        }
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> fx(condition));
    }

    private Path project(String name) throws IOException {
        Path file = folder.resolve(name + ".loom");
        ProjectFile.write(Document.EMPTY, file);
        return file;
    }

    private static Path train(Path run) throws IOException {
        Files.createDirectories(run);
        ProjectFile.write(Document.EMPTY, run.resolve("project.loom"));
        Files.writeString(run.resolve("run.json"), """
                {"created": "2026-01-01T00:00:00Z", "state": "COMPLETED", "dataName": "", "dataSha256": "", "seed": 1,
                 "threads": 1, "backend": "", "versions": {}, "machine": {}}
                """);
        return run;
    }

    @Test
    void aCopyKeepsTheEarlierRunsForGood() throws IOException {
        Path first = project("first");
        Path early = train(folder.resolve("first.runs/run-001"));
        Session session = new Session();
        session.open(first);
        session.has("run-001");
        Path copy = folder.resolve("copy.loom");
        session.saveAs(copy);
        session.has("run-001");
        assertThat(fx(session.shelf::next)).isEqualTo(folder.resolve("copy.runs/run-002"));
        train(folder.resolve("copy.runs/run-002"));

        Session later = new Session();
        later.open(copy);
        later.has("run-001", "run-002");
        assertThat(later.run("run-001")).isEqualTo(early);
        Session ofFirst = new Session();
        ofFirst.open(first);
        ofFirst.has("run-001");
    }

    @Test
    void aCopyOfACopyKeepsThemToo() throws IOException {
        Path first = project("first");
        train(folder.resolve("first.runs/run-001"));
        Session session = new Session();
        session.open(first);
        session.saveAs(folder.resolve("second.loom"));
        session.has("run-001");
        session.saveAs(folder.resolve("third.loom"));
        Session later = new Session();
        later.open(folder.resolve("third.loom"));
        later.has("run-001");
    }

    @Test
    void aRunThatHasJustBegunIsKeptToo() throws IOException {
        Path first = project("first");
        Session session = new Session();
        session.open(first);
        Path begun = fx(session.shelf::next);
        training = true;
        session.saveAs(folder.resolve("copy.loom"));
        until(() -> Files.isRegularFile(folder.resolve("copy.runs/linked-runs.json")));
        train(begun);
        Session later = new Session();
        later.open(folder.resolve("copy.loom"));
        later.has("run-001");
    }

    @Test
    void bothProjectsCanBeMovedTogether() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path first = here.resolve("first.loom");
        ProjectFile.write(Document.EMPTY, first);
        train(here.resolve("first.runs/run-001"));
        Session session = new Session();
        session.open(first);
        session.saveAs(here.resolve("copy.loom"));
        until(() -> Files.isRegularFile(here.resolve("copy.runs/linked-runs.json")));
        Path there = Files.move(here, folder.resolve("there"));
        Session later = new Session();
        later.open(there.resolve("copy.loom"));
        later.has("run-001");
        assertThat(later.run("run-001")).isEqualTo(there.resolve("first.runs/run-001"));
    }

    @Test
    void deletingALinkedRunOnlyForgetsIt() throws IOException {
        Path first = project("first");
        Path early = train(folder.resolve("first.runs/run-001"));
        Session session = new Session();
        session.open(first);
        session.saveAs(folder.resolve("copy.loom"));
        session.has("run-001");
        fx(() -> {
            session.shelf.rename(early, "baseline");
            return true;
        });
        session.has("baseline");
        fx(() -> {
            session.shelf.delete(early.resolveSibling("baseline"));
            return true;
        });
        session.has();
        assertThat(early.resolveSibling("baseline")).isDirectory();
    }

    @Test
    void aDamagedRunIsListedWithWhatToDoAboutIt() throws IOException {
        Path first = project("first");
        train(folder.resolve("first.runs/run-001"));
        Path damaged = train(folder.resolve("first.runs/run-002"));
        Files.writeString(damaged.resolve("run.json"), "{\"created\": \"2026");
        Session session = new Session();
        session.open(first);
        session.has("run-001", "run-002");
        RunSeries listed = fx(() -> session.shelf.runs().stream()
                .filter(run -> run.name().equals("run-002"))
                .findFirst()
                .orElseThrow());
        assertThat(listed.damage())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains(damaged.resolve("run.json").toString(), "Bring it back from a copy"));
        assertThat(listed.whyOver()).isEqualTo(listed.damage());
        assertThat(listed.hasWeights()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "a/b", "a\\b", "..", ".hidden", " ", "nul", "what?"})
    void noNameLeadsOutOfTheFolder(String name) {
        assertThat(FileNames.fault(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "run-001", "我", "two words, v1.2"})
    void otherNamesAreFree(String name) {
        assertThat(FileNames.fault(name)).isEmpty();
    }

    @Test
    void theRunsOfAnUnsavedProjectComeAlong() throws IOException {
        Session session = new Session();
        fx(() -> {
            session.projects.create();
            return true;
        });
        train(fx(session.shelf::next));
        session.saveAs(folder.resolve("first.loom"));
        session.has("run-001");
        assertThat(session.run("run-001")).isEqualTo(folder.resolve("first.runs/run-001"));
        assertThat(folder.resolve("home")).isEmptyDirectory();
    }
}
