package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DataPaths;
import io.layerloom.graph.Document;
import io.layerloom.graph.History;
import io.layerloom.graph.HistoryFile;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.samples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Reads projects without holding up the window. One that cannot be read is told in a sentence and leaves everything as it was. */
public final class ProjectReader {

    private static final Duration NOTICED = Duration.millis(500);

    private final SettingsFile settings;
    private final Tasks tasks;
    private final Supplier<Notices> notices;

    /**
     * A project that was read.
     *
     * @param history that led to it, as far as it was kept
     * @param format of the file; that of this version where there is none
     */
    public record Found(History history, Projects.Place place, int format) {
        Found(Document document, Projects.Place place) {
            this(History.of(document), place, ProjectFile.FORMAT);
        }

        /** The project as it is in its file. */
        public Document document() {
            return history.present();
        }
    }

    /** @param notices where the person looks, who hears of what cannot be read */
    public ProjectReader(SettingsFile settings, Tasks tasks, Supplier<Notices> notices) {
        this.settings = settings;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Reads the project in a file. */
    public void file(Path file, Consumer<Found> then) {
        file(file, then, why -> false);
    }

    /**
     * Reads the project in a file.
     *
     * @param otherwise gets the sentence on why it cannot be read, and answers whether there is more to offer than that; the file stays among the recent ones then
     */
    public void file(Path file, Consumer<Found> then, Predicate<String> otherwise) {
        file(file, then, otherwise, () -> {});
    }

    private void file(Path file, Consumer<Found> then, Predicate<String> otherwise, Runnable finished) {
        Path whole = file.toAbsolutePath().normalize();
        Runnable read = tell(String.valueOf(file.getFileName()));
        tasks.of("Opening " + file.getFileName(), () -> read(whole))
                .onSuccess(found -> {
                    then.accept(found);
                    settings.update(now -> now.opened(whole));
                })
                .onFailure(ProjectFileException.class, failure -> {
                    if (!otherwise.test(Tasks.sentence(failure))) {
                        settings.update(now -> now.forgotten(whole));
                        notices.get().failure(Tasks.sentence(failure));
                    }
                })
                .onFinish(() -> {
                    read.run();
                    finished.run();
                })
                .start();
    }

    /** Says what is being opened once that takes long enough to be noticed; what comes back takes the sentence away. */
    private Runnable tell(String name) {
        Notices here = notices.get();
        Notice opening = new Notice(Notice.Tone.BUSY, tr("Opening %s…", name), Optional.empty());
        PauseTransition late = new PauseTransition(NOTICED);
        late.setOnFinished(event -> here.show(opening));
        late.play();
        return () -> {
            late.stop();
            here.dismiss(opening);
        };
    }

    private static Found read(Path file) throws ProjectFileException {
        ProjectFile.Opened opened = ProjectFile.open(file);
        Projects.Place place = opened.isNewer() ? new Projects.Place.Newer(file) : new Projects.Place.Saved(file);
        Document document = DataPaths.whole(opened.document(), file);
        History history =
                opened.isNewer() ? History.of(document) : historyOf(file).read(document);
        return new Found(history, place, opened.format());
    }

    /** Where the steps of the project in a file are kept. */
    static HistoryFile historyOf(Path file) {
        return HistoryFile.of(
                file, document -> DataPaths.relative(document, file), document -> DataPaths.whole(document, file));
    }

    /** Reads a copy of a sample. */
    public void sample(Sample sample, Consumer<Found> then) {
        sample(sample, then, () -> {});
    }

    /** Reads a sample as a new project that has a name of its own, beside another copy that is open. */
    public void copy(Sample sample, Consumer<Found> then) {
        sample(sample, found -> then.accept(new Found(found.document(), Projects.untitled())));
    }

    private void sample(Sample sample, Consumer<Found> then, Runnable finished) {
        Runnable read = tell(sample.title());
        tasks.of("Opening " + sample.title(), () -> read(sample))
                .onSuccess(then)
                .onFailure(ProjectFileException.class, failure -> notices.get().failure(Tasks.sentence(failure)))
                .onFinish(() -> {
                    read.run();
                    finished.run();
                })
                .start();
    }

    private static Found read(Sample sample) throws IOException {
        try (InputStream in = sample.openProject()) {
            return new Found(ProjectFile.read(in), new Projects.Place.Shipped(sample));
        }
    }

    /**
     * Reads a project as it was before anything of it was changed: its file, if that is still there, its sample, or nothing.
     *
     * @param anyway whether a file that cannot be read counts as nothing, because unsaved changes hold the whole project
     * @param finished is done afterwards, also if it could not be read
     */
    public void again(Projects.Place place, boolean anyway, Consumer<Found> then, Runnable finished) {
        Optional<Path> file = place.file().filter(Files::exists);
        if (file.isPresent()) {
            file(
                    file.get(),
                    then,
                    why -> {
                        if (anyway) {
                            then.accept(nothing(place));
                        }
                        return anyway;
                    },
                    finished);
        } else if (place instanceof Projects.Place.Shipped shipped) {
            sample(shipped.sample(), then, finished);
        } else {
            then.accept(nothing(place));
            finished.run();
        }
    }

    private static Found nothing(Projects.Place place) {
        return new Found(Document.EMPTY, place);
    }
}
