package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.InFile.Found;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.History;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Tells the person when another program has changed, replaced or deleted the file of the project while it is open, and does what is wanted then. Until that is said, the project
 * counts as unsaved, so that neither closing it nor a crash takes it from the world, and saving does not replace what that program wrote. Of a project that is open for reading only
 * nothing can be lost; it is as its file was, until it is read again.
 */
public final class FileWatch {

    private static final Found SAME = new Found.Same();

    private final Workbench workbench;
    private final Projects projects;
    private final Tasks tasks;
    private final Notices notices;
    private final Consumer<Path> reopen;
    private final BiConsumer<String, ObservableValue<Document>> compare;

    /** What the file holds, as far as it was seen; followed by whom it is compared with. */
    private final ObjectProperty<Document> theirs = new SimpleObjectProperty<>(Document.EMPTY);

    /** What was found when the file was looked at last. */
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>(SAME);

    private Optional<Notice> told = Optional.empty();
    private boolean looking;

    /**
     * Watches for the project on a workbench.
     *
     * @param reopen opens a file in the place of the project, of which nothing can be lost
     * @param compare shows a project under a name beside the one on the workbench, also while it changes
     */
    public FileWatch(
            Workbench workbench,
            Projects projects,
            Tasks tasks,
            Notices notices,
            Consumer<Path> reopen,
            BiConsumer<String, ObservableValue<Document>> compare) {
        this.workbench = workbench;
        this.projects = projects;
        this.tasks = tasks;
        this.notices = notices;
        this.reopen = reopen;
        this.compare = compare;
        projects.onChangedElsewhere(this::refuse);
        projects.whenSaved(() -> {
            found.set(SAME);
            follow(SAME); // also where it was the same before, in another state
        });
        found.addListener((observable, before, now) -> follow(now));
        projects.placeProperty().addListener((observable, before, place) -> found.set(SAME));
    }

    private void follow(Found now) {
        if (now instanceof Found.Other other) {
            theirs.set(other.document());
        } else if (now instanceof Found.Same) {
            theirs.set(projects.inFile().document());
        }
    }

    /** Looks at the file of the project, if it has one; what was told is not told again. */
    public void look() {
        Optional<Path> file = projects.place().opened();
        if (looking || file.isEmpty()) {
            return;
        }
        looking = true;
        tasks.of(
                        "Looking at " + file.get().getFileName(),
                        () -> projects.inFile().look(file.get()))
                .onSuccess(now -> {
                    if (projects.place().opened().equals(file) && !now.equals(found.get())) {
                        take(file.get(), now);
                    }
                })
                .onFinish(() -> looking = false)
                .start();
    }

    private void take(Path file, Found now) {
        if (projects.place() instanceof Projects.Place.Newer) {
            found.set(now);
            tellReader(file, now);
            return;
        }
        if (now instanceof Found.Other other && other.document().equals(workbench.document())) {
            accept(file, other.document(), other.print()); // whoever wrote it, it is what is open here
            return;
        }
        note(now);
        if (now instanceof Found.Other other) {
            tell(now, offer(file, other));
        } else if (now instanceof Found.Unreadable unreadable) {
            tell(
                    now,
                    unreadable(file, unreadable)
                            .withRefusal(keepMine(() -> accept(file, Document.EMPTY, unreadable.print()))));
        } else if (now instanceof Found.Gone) {
            tell(now, gone(file));
        }
    }

    /** Tells who can only look at the project, so that there is nothing to be kept or saved here. */
    private void tellReader(Path file, Found now) {
        if (now instanceof Found.Other) {
            Notice offer = new Notice(
                    Notice.Tone.CAUTION,
                    tr("%s was changed by another program since it was read here.", file.getFileName()),
                    Optional.of(new Notice.Action(tr("Read it again"), () -> reopen.accept(file))));
            tell(now, offer.withLook(beside(file)));
        } else if (now instanceof Found.Unreadable unreadable) {
            tell(now, unreadable(file, unreadable));
        } else if (now instanceof Found.Gone) {
            tell(
                    now,
                    caution(tr(
                            "%s was deleted or moved by another program. What is open here can only be looked at until you close it, because this version cannot save it.",
                            file.getFileName())));
        }
    }

    private static Notice unreadable(Path file, Found.Unreadable now) {
        return caution(tr("What %s holds now cannot be read. %s", file.getFileName(), now.why()));
    }

    /** A project that differs from what its file holds is unsaved. */
    private void note(Found now) {
        found.set(now);
        if (now instanceof Found.Same) {
            workbench.markSaved(projects.inFile().document());
        } else {
            workbench.markSaved(now instanceof Found.Other other ? other.document() : Document.EMPTY);
        }
    }

    private void tell(Found now, Notice notice) {
        told.ifPresent(notices::dismiss);
        Notice whilst = notice.whilst(found.map(now::equals));
        told = Optional.of(whilst);
        notices.show(whilst);
    }

    private static Notice caution(String text) {
        return new Notice(Notice.Tone.CAUTION, text, Optional.empty());
    }

    private Notice offer(Path file, Found.Other other) {
        return new Notice(
                        Notice.Tone.CAUTION,
                        tr(
                                "%s was changed by another program since it was read here. Read it again, which undo takes back, or keep yours, which replaces it once it is saved.",
                                file.getFileName()),
                        Optional.of(readAgain(file, other)))
                .withLook(beside(file))
                .withRefusal(keepMine(() -> accept(file, other.document(), other.print())));
    }

    private Notice gone(Path file) {
        return new Notice(
                        Notice.Tone.CAUTION,
                        tr(
                                "%s was deleted or moved by another program. What is open here is in no file now; save it again to keep it.",
                                file.getFileName()),
                        Optional.of(new Notice.Action(tr("Save it again"), () -> projects.save(file, () -> {}))))
                .withRefusal(new Notice.Action(tr("Not now"), () -> {})); // a question stays until it is answered
    }

    /** Saving was refused; what was to come after it, such as closing, is not wanted any more whenever a button is pressed. */
    private void refuse(Path file, Found now) {
        note(now);
        Notice refused = new Notice(
                        Notice.Tone.CAUTION,
                        now instanceof Found.Unreadable
                                ? tr(
                                        "What %s holds now cannot be read here, so it is not saved over. Save under another name to keep both, or replace it.",
                                        file.getFileName())
                                : tr(
                                        "%s was changed by another program since it was read here, so it is not saved. Save under another name to keep both, or replace what that program wrote.",
                                        file.getFileName()),
                        Optional.of(new Notice.Action(tr("Replace it"), () -> projects.replace(file))))
                .withLook(projects.saveAs());
        tell(now, now instanceof Found.Other other ? refused.withRefusal(readAgain(file, other)) : refused);
    }

    private Notice.Action beside(Path file) {
        return new Notice.Action(
                tr("Compare"), () -> compare.accept(tr("%s as it is in its file", file.getFileName()), theirs));
    }

    private Notice.Action readAgain(Path file, Found.Other other) {
        return new Notice.Action(tr("Read it again"), () -> {
            boolean unsaved = !workbench.document().equals(projects.inFile().document());
            workbench.apply(Edit.of(tr("Read %s again", file.getFileName()), before -> other.document()));
            accept(file, other.document(), other.print());
            if (unsaved) {
                keepSteps(file);
            }
        });
    }

    /** What was not saved is then had back by undo after the next start, too. */
    private void keepSteps(Path file) {
        History history = workbench.history();
        tasks.of("Keeping the steps of " + file.getFileName(), () -> {
                    projects.inFile().keep(history, file);
                    return file;
                })
                .start();
    }

    private static Notice.Action keepMine(Runnable accept) {
        return new Notice.Action(tr("Keep mine"), accept);
    }

    private void accept(Path file, Document seen, InFile.Print print) {
        projects.inFile().accept(file, seen, print);
        found.set(SAME);
        workbench.markSaved(seen);
    }
}
