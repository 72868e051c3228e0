package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Reason;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.util.Duration;

/**
 * Keeps the changes that are not saved yet in a file beside the project, less than a second behind, and offers them back when the program ended without saving them. A project
 * that has no file has its journal in the program's own folder.
 */
public final class Journal {

    private static final Duration BEHIND = Duration.millis(600);

    private final Workbench workbench;
    private final Projects projects;
    private final Path home;
    private final Tasks tasks;
    private final Notices notices;
    private final BiConsumer<Projects.Place, Path> reopen;
    /** What was brought back and is not in the project's file yet, with what was left of the project before that; it stays where it lies until it is. */
    private final Set<Path> brought = new LinkedHashSet<>();

    private final PauseTransition due = new PauseTransition(BEHIND);
    private Optional<JournalFile> open = Optional.empty();
    private Optional<Path> wanted = Optional.empty();
    private final ObservableSet<JournalFile> unkept = FXCollections.observableSet(new HashSet<>());
    /** The offers to bring something back, by where it lies. */
    private final Map<Path, Notice> offers = new HashMap<>();

    private boolean writing;
    private boolean bringing;

    /**
     * A journal of what is on a workbench.
     *
     * @param home the folder for projects without a file
     * @param reopen opens a project that is not on this workbench, and lets its journal {@link #want} what was left of it
     */
    public Journal(
            Workbench workbench,
            Projects projects,
            Path home,
            Tasks tasks,
            Notices notices,
            BiConsumer<Projects.Place, Path> reopen) {
        this.workbench = workbench;
        this.projects = projects;
        this.home = home;
        this.tasks = tasks;
        this.notices = notices;
        this.reopen = reopen;
        due.setOnFinished(event -> write());
        workbench.documentProperty().addListener((observable, before, after) -> changed());
        workbench.dirtyProperty().addListener((observable, before, dirty) -> {
            if (dirty) {
                changed(); // also where not the project has changed, but what its file holds
            } else {
                forgetMine();
            }
        });
        projects.whenSaved(this::saved);
        projects.placeProperty().addListener((observable, before, place) -> moved(place));
    }

    private void moved(Projects.Place place) {
        forgetMine();
        if (place instanceof Projects.Place.None) {
            brought.clear();
        }
        open = fileOf(place);
        if (workbench.dirtyProperty().get()) {
            changed(); // edited while it was being saved under another name
        }
        if (!(place instanceof Projects.Place.None)) {
            offerOf(place);
        }
    }

    private Optional<JournalFile> fileOf(Projects.Place place) {
        return place.file().map(JournalFile::of).or(() -> place.keptAs().map(name -> new JournalFile(home, name)));
    }

    private void changed() {
        if (open.isPresent() && due.getStatus() != Animation.Status.RUNNING) {
            due.playFromStart(); // not put off by further changes: never more than this much is lost
        }
    }

    private void write() {
        Optional<JournalFile> file = open;
        if (file.isEmpty() || !workbench.dirtyProperty().get()) {
            return;
        }
        if (writing) {
            due.playFromStart();
            return;
        }
        writing = true;
        Document document = workbench.document();
        tasks.of("Keeping unsaved changes", () -> kept(file.get(), document))
                .onSuccess(written -> {
                    unkept.remove(file.get());
                    if (!workbench.dirtyProperty().get() || !open.equals(file)) {
                        JournalFile.delete(written); // saved or left while it was being written
                    }
                })
                .onFailure(IOException.class, failure -> unkept(file.get(), failure))
                .onFinish(() -> writing = false)
                .start();
    }

    /** Said once for each place: it stays so, and every change would say it again. */
    private void unkept(JournalFile file, IOException failure) {
        if (unkept.add(file)) {
            notices.failure(
                    tr(
                            "Unsaved changes cannot be kept in %s (%s), so they are lost if the program ends unexpectedly. Save the project in another folder.",
                            file.folder(), Reason.of(failure)),
                    Bindings.createBooleanBinding(
                            () -> unkept.contains(file)
                                    && fileOf(projects.place()).equals(Optional.of(file)),
                            unkept,
                            projects.placeProperty()));
        }
    }

    private static Path kept(JournalFile file, Document document) throws IOException {
        file.write(document);
        return file.mine();
    }

    /** What was brought back is of no more use once the file of the project holds it. */
    private void saved() {
        if (!workbench.dirtyProperty().get()) {
            brought.forEach(JournalFile::delete);
            brought.clear();
        }
    }

    private void forgetMine() {
        due.stop();
        open.map(JournalFile::mine).ifPresent(JournalFile::delete);
    }

    /** The person does not want what was not saved, nor what was brought back and not saved since. */
    public void discard() {
        forgetMine();
        brought.forEach(JournalFile::delete);
        brought.clear();
    }

    /** The person leaves the project for good; what was brought back and never saved nor discarded is offered again. */
    public void close() {
        forgetMine();
        open = Optional.empty();
    }

    /** Offers what a process that is no more left of a project that was just opened. */
    private void offerOf(Projects.Place place) {
        Optional<Path> left = open.flatMap(JournalFile::left);
        if (left.isEmpty() || brought.contains(left.get())) {
            return;
        }
        if (wanted.equals(left)) {
            wanted = Optional.empty();
            bringBack(left.get());
        } else {
            offer(place, left.get());
        }
    }

    /**
     * Offers what was left of a project whose file cannot be read any more; answers whether something was.
     *
     * @param why it cannot be read, as a sentence
     */
    public boolean offerOf(Path file, String why) {
        Projects.Place place = new Projects.Place.Saved(file);
        Optional<Path> left = leftOf(place);
        left.ifPresent(changes -> offer(
                place, changes, tr("%s Its unsaved changes are still there, and with them the whole project.", why)));
        return left.isPresent();
    }

    private void offer(Projects.Place place, Path left) {
        offer(
                place,
                left,
                place instanceof Projects.Place.Untitled
                        ? tr("Layerloom ended before the new project of %s was saved.", JournalFile.written(left))
                        : tr("Layerloom ended before the last changes to %s were saved.", place.title()));
    }

    private void offer(Projects.Place place, Path left, String lost) {
        boolean fresh = place instanceof Projects.Place.Untitled;
        Notice offer = new Notice(
                        Notice.Tone.CAUTION,
                        lost,
                        Optional.of(new Notice.Action(
                                fresh ? tr("Bring it back") : tr("Bring them back"), () -> bringBack(place, left))))
                .withRefusal(
                        new Notice.Action(fresh ? tr("Discard it") : tr("Discard them"), () -> refuse(place, left)));
        withdraw(left); // what is offered anew, in other words, is one question
        offers.put(left, offer);
        notices.show(offer);
    }

    private void withdraw(Path left) {
        Optional.ofNullable(offers.remove(left)).ifPresent(notices::dismiss);
    }

    /** Removes what the person does not want, with what holds the same; what an earlier process left otherwise is another question, asked at once and not at the next start. */
    private void refuse(Projects.Place place, Path left) {
        Optional<JournalFile> file = fileOf(place);
        tasks.of("Discarding unsaved changes", () -> {
                    byte[] content = Files.readAllBytes(left);
                    file.ifPresent(kept -> kept.alike(left).forEach(JournalFile::delete));
                    JournalFile.delete(left);
                    return content;
                })
                .onSuccess(content -> {
                    notices.show(new Notice(
                                    Notice.Tone.DONE,
                                    tr("Discarded: the unsaved changes to %s.", place.title()),
                                    Optional.of(new Notice.Action(tr("Undo"), () -> restore(place, left, content))))
                            .whilst(workbench.unchanged()));
                    file.flatMap(JournalFile::left).ifPresent(older -> offer(place, older, earlier(place, older)));
                })
                .onFailure(IOException.class, failure -> notices.failure(Tasks.sentence(failure)))
                .start();
    }

    private static String earlier(Projects.Place place, Path older) {
        return place instanceof Projects.Place.Untitled
                ? tr("There is an earlier state of it, of %s, too.", JournalFile.written(older))
                : tr(
                        "There are unsaved changes to %s of %s, too, from before that.",
                        place.title(), JournalFile.written(older));
    }

    /** What was discarded by mistake lies where it lay, and is offered again. */
    private void restore(Projects.Place place, Path left, byte[] content) {
        tasks.of("Keeping unsaved changes", () -> Files.write(left, content))
                .onSuccess(again -> offer(place, again))
                .onFailure(IOException.class, failure -> notices.failure(Tasks.sentence(failure)))
                .start();
    }

    private void bringBack(Projects.Place place, Path left) {
        if (projects.place().equals(place)) {
            bringBack(left);
        } else {
            reopen.accept(place, left);
        }
    }

    /** Brings this back as soon as the project is open that it was left of, without a question. */
    public void want(Path left) {
        wanted = Optional.of(left);
    }

    /** Brings back what was left of the project on this workbench, as one step that can be undone: what the file holds is one press of a key away. */
    public void bringBack(Path left) {
        if (brought.contains(left)) {
            return; // another offer of it, in another tab
        }
        bringing = true;
        withdraw(left); // also where it comes back because all tabs do
        tasks.of("Bringing unsaved changes back", () -> ProjectFile.read(left))
                .onSuccess(document -> {
                    brought.add(left);
                    open.ifPresent(file -> brought.addAll(file.likewise(left, document)));
                    workbench.apply(Edit.of(tr("Bring back unsaved changes"), before -> document));
                    notices.done(tr("The unsaved changes are back. Save to keep them."));
                })
                .onFailure(ProjectFileException.class, failure -> notices.failure(Tasks.sentence(failure)))
                .onFinish(() -> bringing = false)
                .start();
    }

    /** Whether unsaved work is on its way back. */
    public boolean isBringing() {
        return bringing;
    }

    /** What a process that is no more left of a project that is not open. */
    public Optional<Path> leftOf(Projects.Place place) {
        return fileOf(place).flatMap(JournalFile::left);
    }

    /** At the start: offers what was left of the projects that were open lately, and of those without a file; some are spoken of elsewhere. */
    public void lookBack(List<Path> recent, Collection<Projects.Place> except) {
        Stream.concat(
                        recent.stream()
                                .map(file -> new Projects.Place.Saved(
                                        file.toAbsolutePath().normalize())),
                        JournalFile.allLeft(home).stream().map(kept -> Projects.Place.keptAs(kept.stem())))
                .filter(place -> !except.contains(place))
                .forEach(place -> leftOf(place).ifPresent(left -> offer(place, left)));
    }
}
