package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Document;
import io.layerloom.graph.History;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which project lies on a workbench and which file holds it; saves without holding up the window. */
public final class Projects {

    /** Tells the unsaved projects of one start of the program from those of any other, and from one another. */
    private static final String START = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private static final AtomicInteger UNTITLED = new AtomicInteger();

    private final Workbench workbench;
    private final SettingsFile settings;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.None());

    private final InFile inFile = new InFile();

    /** How often a file was written. */
    private final ReadOnlyIntegerWrapper saves = new ReadOnlyIntegerWrapper();

    private Runnable elsewhere = () -> {};
    private BiConsumer<Path, InFile.Found> changedElsewhere = (file, found) -> {};

    /** Where the open project comes from. */
    public sealed interface Place {
        /** No project is open. */
        record None() implements Place {}

        /** A new project, never saved; no other has its name, whenever the program was started. */
        record Untitled(String name) implements Place {}

        /** A shipped sample, never saved. */
        record Shipped(Sample sample) implements Place {}

        /** A file. */
        record Saved(Path path) implements Place {}

        /** A file that a newer version wrote: to be looked at, not to be written. */
        record Newer(Path path) implements Place {}

        /** The file, where there is one. */
        default Optional<Path> file() {
            return this instanceof Saved saved ? Optional.of(saved.path) : Optional.empty();
        }

        /** The file that was read or written, also one that is not to be written. */
        default Optional<Path> opened() {
            return this instanceof Newer newer ? Optional.of(newer.path) : file();
        }

        /** Under which name the program keeps what belongs to a project that has no file. */
        default Optional<String> keptAs() {
            if (this instanceof Shipped shipped) {
                return Optional.of(shipped.sample.id());
            }
            return this instanceof Untitled untitled ? Optional.of(untitled.name) : Optional.empty();
        }

        /** The project without a file of which something is kept under this name. */
        static Place keptAs(String name) {
            return Samples.byId(name).<Place>map(Shipped::new).orElseGet(() -> new Untitled(name));
        }

        /** What the window calls the project. */
        default String title() {
            if (this instanceof Saved saved) {
                return String.valueOf(saved.path.getFileName());
            }
            if (this instanceof Newer newer) {
                return tr("%s (read-only)", newer.path.getFileName());
            }
            return this instanceof Shipped shipped ? shipped.sample.title() : tr("Untitled");
        }
    }

    /** Projects that are opened on a workbench. */
    public Projects(Workbench workbench, SettingsFile settings, Tasks tasks, Notices notices) {
        this.workbench = workbench;
        this.settings = settings;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Where the open project comes from. */
    public Place place() {
        return place.get();
    }

    /** Where the open project comes from, as it changes; set after the workbench has the document. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Does something each time a file holds what was on the workbench when saving began. */
    public void whenSaved(Runnable then) {
        saves.addListener((observable, before, now) -> then.run());
    }

    /** Says what asks for another file where one cannot be written. */
    public void onUnwritable(Runnable saveAs) {
        elsewhere = saveAs;
    }

    /** What asks for another file, as a button. */
    Notice.Action saveAs() {
        return new Notice.Action(tr("Save as…"), () -> elsewhere.run());
    }

    /** Says who tells the person that nothing was written over what another program made of the file. */
    void onChangedElsewhere(BiConsumer<Path, InFile.Found> told) {
        changedElsewhere = told;
    }

    /** What the file of the project held when it was last read or written here. */
    InFile inFile() {
        return inFile;
    }

    /** Opens an empty project. */
    public void create() {
        open(new ProjectReader.Found(Document.EMPTY, untitled()));
    }

    /** A place without a file, of a name that no other has. */
    public static Place untitled() {
        return new Place.Untitled("untitled-" + START + "-" + UNTITLED.incrementAndGet());
    }

    /** Opens a project that was read; nothing of one that a newer version wrote can be changed, because saving would lose what only that version knows. */
    public void open(ProjectReader.Found found) {
        notices.clear();
        inFile.know(found.place(), found.document());
        if (found.place() instanceof Place.Untitled && !found.document().equals(Document.EMPTY)) {
            workbench.openUnsaved(found.document());
        } else {
            workbench.open(found.history());
        }
        place.set(new Place.None()); // so that a second untitled project is a change, too
        place.set(found.place());
        if (found.place() instanceof Place.Newer newer) {
            Notice readOnly = new Notice(
                    Notice.Tone.CAUTION,
                    tr(
                            "%s has format %d and this version writes format %d, so it is open for reading only. Change it with a newer version of Layerloom.",
                            newer.path.getFileName(), found.format(), ProjectFile.FORMAT),
                    Optional.empty());
            workbench.lock();
            workbench.onLocked(() -> notices.show(readOnly));
            notices.show(readOnly);
        }
    }

    /** Writes the project into a file that becomes its own, then goes on with {@code then}; a failure is shown and ends there. */
    public void save(Path file, Runnable then) {
        save(file, false, then);
    }

    /** Writes the project into its file, over what another program made of it since. */
    void replace(Path file) {
        save(file, true, () -> {});
    }

    private void save(Path file, boolean over, Runnable then) {
        Path whole = target(file);
        if (place.get() instanceof Place.Newer newer) {
            notices.failure(tr(
                    "%s was written by a newer version of Layerloom. Saved by this one, it would lose what only that version knows. Open it there.",
                    newer.path.getFileName()));
            return;
        }
        History written = workbench.history();
        boolean own = !over && place.get().file().equals(Optional.of(whole));
        int before = saves.get();
        tasks.of("Saving " + whole.getFileName(), () -> inFile.write(written, whole, own))
                .onSuccess(document -> {
                    workbench.markSaved(document);
                    saves.set(saves.get() + 1);
                    if (!place.get().file().equals(Optional.of(whole))) {
                        place.set(new Place.Saved(whole));
                    }
                    settings.update(now -> now.opened(whole));
                    then.run();
                })
                .onFailure(
                        InFile.ChangedElsewhereException.class,
                        changed -> changedElsewhere.accept(whole, changed.found()))
                .onFailure(
                        ProjectFileException.class,
                        failure -> notices.show(
                                new Notice(Notice.Tone.FAILURE, Tasks.sentence(failure), Optional.of(saveAs()))
                                        .whilst(saves.map(now -> now.intValue() == before))))
                .start();
    }

    /** The file that is written where a person named this one: a name without an ending gets that of projects. */
    public static Path target(Path file) {
        String name = String.valueOf(file.getFileName());
        Path full = name.contains(".") ? file : file.resolveSibling(name + ProjectFile.EXTENSION);
        return full.toAbsolutePath().normalize();
    }
}
