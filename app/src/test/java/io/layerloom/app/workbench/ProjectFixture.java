package io.layerloom.app.workbench;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.awaitility.Awaitility;
import org.testfx.util.WaitForAsyncUtils;

/** A workbench with what reads, keeps, watches and saves its project, as in the window but without one. Background work is done at once; {@link #file} holds an empty project, which is not open yet. */
final class ProjectFixture {

    /** What ends the owner's name in the journal of a process that is no more: no process has a number this high. */
    static final String DEAD = "4000000000-1-elsewhere";

    private static final LayerType DENSE = NodeLibrary.CATALOG.layer("dense").orElseThrow();

    final Path folder;
    final Path file;
    final Workbench bench = new Workbench(NodeLibrary.CATALOG);
    final Notices notices = new Notices();
    final SettingsFile settings;
    final Projects projects;
    final ProjectReader reader;
    final Journal journal;
    final FileWatch watch;
    /** What the project is compared with, once that was wanted. */
    ObservableValue<Document> compared = new SimpleObjectProperty<>();

    private ProjectFixture(Path folder) {
        this.folder = folder;
        file = folder.resolve("net.loom");
        Tasks tasks = new Tasks(Runnable::run, bug -> {
            throw new AssertionError(bug);
        });
        settings = new SettingsFile(folder.resolve("settings.json"));
        projects = new Projects(bench, settings, tasks, notices);
        reader = new ProjectReader(settings, tasks, () -> notices);
        journal = new Journal(bench, projects, unsaved(), tasks, notices, (place, left) -> {
            journal().want(left);
            reader.again(place, true, projects::open, () -> {});
        });
        watch = new FileWatch(
                bench,
                projects,
                tasks,
                notices,
                changed -> reader.file(changed, projects::open),
                (name, theirs) -> compared = theirs);
    }

    private Journal journal() {
        return journal;
    }

    /** A project in a folder, with the settings of its program. */
    static ProjectFixture in(Path folder) throws ProjectFileException {
        ProjectFixture made = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new ProjectFixture(folder));
        ProjectFile.write(Document.EMPTY, made.file);
        return made;
    }

    /** Does something on the JavaFX thread, with all that follows from it. */
    static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    /** Adds a layer. */
    static Edit with(String id) {
        return Edits.add(DENSE, new NodeId(id), new Point(50, 50));
    }

    /** An empty project to which the layer n1 was added. */
    static Document withLayer() {
        return with("n1").apply(Document.EMPTY);
    }

    void add(String id) {
        fx(() -> bench.apply(with(id)));
    }

    void open() {
        fx(() -> reader.file(file, projects::open));
    }

    /** Opens the file as a person does who clicks on it where the recent ones are listed. */
    void openRecent() {
        fx(() -> reader.file(file, projects::open, why -> journal.offerOf(file, why)));
    }

    void save() {
        save(file);
    }

    void save(Path as) {
        fx(() -> projects.save(as, () -> {}));
    }

    Projects.Place place() {
        return projects.place();
    }

    /** Leaves what a process left of the project when it ended. */
    Path left(Document document) throws ProjectFileException {
        Path orphan = folder.resolve(".net.loom." + DEAD + ".journal");
        ProjectFile.write(document, orphan);
        return orphan;
    }

    /** The folder for projects without a file. */
    Path unsaved() {
        return folder.resolve("unsaved");
    }

    /** The journals beside the project. */
    List<Path> journals() throws IOException {
        return journals(folder);
    }

    /** The journals of projects without a file. */
    List<Path> kept() throws IOException {
        return Files.isDirectory(unsaved()) ? journals(unsaved()) : List.of();
    }

    private static List<Path> journals(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.filter(path -> path.toString().endsWith(".journal")).toList();
        }
    }

    /** The first question in view. */
    Notice offer() {
        return notices.shown().stream()
                .filter(notice -> notice.refusal().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Presses the first button of the first question in view, which goes away with that. */
    void accept() {
        answer(offer(), Notice::action);
    }

    /** Presses the second one. */
    void refuse() {
        answer(offer(), Notice::refusal);
    }

    private void answer(Notice offer, Function<Notice, Optional<Notice.Action>> button) {
        fx(() -> {
            notices.dismiss(offer);
            press(button.apply(offer));
        });
    }

    /** Presses a button of a notice. */
    static void press(Optional<Notice.Action> button) {
        button.orElseThrow().run().run();
    }
}
