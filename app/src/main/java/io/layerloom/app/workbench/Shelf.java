package io.layerloom.app.workbench;

import io.layerloom.engine.RunFolder;
import io.layerloom.monitor.RunSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs of the open project. They lie beside its file in {@code <project>.runs}; those of a project that was never saved lie in the program's home, and stay in view when
 * the project gets a file.
 */
public final class Shelf {

    private static final Logger LOG = Logger.getLogger(Shelf.class.getName());

    private final Projects projects;
    private final Path home;
    private final BooleanSupplier training;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<RunSeries> runs = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<RunSeries> view = FXCollections.unmodifiableObservableList(runs);

    private final List<Path> roots = new ArrayList<>();
    private int untitled;

    /**
     * The runs of the project that is open.
     *
     * @param home holds those of unsaved projects
     * @param training whether a run goes on
     */
    public Shelf(Projects projects, Path home, BooleanSupplier training, Tasks tasks, Notices notices) {
        this.projects = projects;
        this.home = home;
        this.training = training;
        this.tasks = tasks;
        this.notices = notices;
        projects.placeProperty().addListener((observable, before, after) -> follow(before, after));
    }

    private void follow(Projects.Place before, Projects.Place after) {
        boolean opened = before instanceof Projects.Place.None;
        if (opened || after instanceof Projects.Place.None) {
            roots.clear();
            untitled++;
        }
        if (!(after instanceof Projects.Place.None)) {
            roots.add(0, root(after));
            if (!opened && after instanceof Projects.Place.Saved) {
                takeAlong(root(before), root(after), before instanceof Projects.Place.Untitled);
            }
            refresh();
        }
    }

    /** The runs of a project that was never saved go with it to its file; those of a sample are copied. A run that goes on stays where it is. */
    private void takeAlong(Path from, Path to, boolean move) {
        if (training.getAsBoolean() || !Files.isDirectory(from) || Files.exists(to)) {
            return;
        }
        tasks.of("Copying runs", () -> move ? Folders.delete(copied(from, to)) : copied(from, to))
                .onSuccess(former -> {
                    if (roots.contains(to)) {
                        roots.remove(former);
                    }
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The runs stay where they were: " + Tasks.sentence(failure)))
                .onFinish(this::refresh)
                .start();
    }

    private static Path copied(Path from, Path to) throws IOException {
        Folders.copy(from, to);
        return from;
    }

    private Path root(Projects.Place place) {
        if (place instanceof Projects.Place.Saved saved) {
            return saved.path().resolveSibling(stem(saved.path()) + ".runs");
        }
        return place instanceof Projects.Place.Shipped shipped
                ? home.resolve(shipped.sample().id())
                : home.resolve("untitled-" + ProcessHandle.current().pid() + "-" + untitled);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The runs in view, the newest first. */
    public ObservableList<RunSeries> runs() {
        return view;
    }

    /** A folder for the next run, not made yet. */
    public Path next() {
        Path root = roots.isEmpty() ? root(projects.place()) : roots.get(0);
        int number = 1;
        while (Files.exists(numbered(root, number))) {
            number++;
        }
        return numbered(root, number);
    }

    private static Path numbered(Path root, int number) {
        return root.resolve(String.format(Locale.ROOT, "run-%03d", number));
    }

    /** Looks at the folders again. */
    public void refresh() {
        List<Path> from = List.copyOf(roots);
        tasks.of("Listing runs", () -> list(from))
                .onSuccess(found -> {
                    if (from.equals(roots)) {
                        runs.setAll(found);
                    }
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The runs cannot be listed: " + Tasks.sentence(failure)))
                .start();
    }

    private static List<RunSeries> list(List<Path> roots) throws IOException {
        List<RunSeries> all = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                RunFolder.list(root).forEach(run -> series(run).ifPresent(all::add));
            }
        }
        return all;
    }

    /** A run whose files are damaged is left out, so that the others can still be seen. */
    private static Optional<RunSeries> series(RunFolder run) {
        try {
            return Optional.of(RunSeries.of(run));
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "The run in " + run.path() + " cannot be read and is not listed.", damaged);
            return Optional.empty();
        }
    }

    /** Deletes a run from disk. */
    public void delete(Path run) {
        tasks.of("Deleting " + run.getFileName(), () -> Folders.delete(run))
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The run cannot be deleted: " + Tasks.sentence(failure)))
                .onFinish(this::refresh)
                .start();
    }

    /** Gives a run's folder another name. */
    public void rename(Path run, String name) {
        tasks.of("Renaming " + run.getFileName(), () -> Files.move(run, run.resolveSibling(name)))
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The run cannot be renamed: " + Tasks.sentence(failure)))
                .onFinish(this::refresh)
                .start();
    }
}
