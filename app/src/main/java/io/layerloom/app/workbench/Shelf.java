package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Origins;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.monitor.RunSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs of the open project. They lie beside its file in {@code <project>.runs}; those of a project that was never saved lie in the program's home until it gets a file. A
 * project that is saved under another name keeps its earlier runs in view by links.
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

    private Optional<Path> root = Optional.empty();
    private Optional<Path> handedOut = Optional.empty();

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
        if (after instanceof Projects.Place.None) {
            root = Optional.empty();
            runs.clear();
            return;
        }
        root = Optional.of(root(after));
        if (!opened && after instanceof Projects.Place.Saved) {
            takeAlong(before, root(after));
        }
        refresh();
    }

    /** The runs of a project that was never saved go with it to its file, and those of a sample are copied. Of any other project, and while a run goes on, they are linked. */
    private void takeAlong(Projects.Place before, Path to) {
        Path from = root(before);
        boolean brings = !(before instanceof Projects.Place.Saved) && !training.getAsBoolean();
        boolean moves = before instanceof Projects.Place.Untitled;
        List<Path> begun =
                handedOut.filter(run -> run.startsWith(from)).map(List::of).orElse(List.of());
        tasks.of("Taking runs along", () -> {
                    if (!brings || !bring(from, to, moves)) {
                        List<Path> earlier = new ArrayList<>(begun);
                        runsOf(from).forEach(run -> earlier.add(run.path()));
                        RunLinks.add(to, earlier);
                    }
                    return to;
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure(
                                tr("The earlier runs cannot be listed here: %s", Tasks.sentence(failure))))
                .onFinish(this::refresh)
                .start();
    }

    /** Copies or moves all runs to where there are none yet; answers whether that was possible. */
    private static boolean bring(Path from, Path to, boolean moves) throws IOException {
        if (!Files.isDirectory(from) || Files.exists(to)) {
            return false;
        }
        try {
            Folders.copy(from, to);
        } catch (IOException cannot) {
            LOG.log(Level.WARNING, "The runs in " + from + " cannot be copied and are linked.", cannot);
            return false;
        }
        if (moves) {
            Folders.delete(from);
        }
        return true;
    }

    private static List<RunFolder> runsOf(Path root) throws IOException {
        List<RunFolder> all = new ArrayList<>(RunFolder.list(root));
        for (Path linked : RunLinks.of(root)) {
            try {
                all.add(RunFolder.open(linked));
            } catch (NoSuchFileException noRun) {
                LOG.log(Level.FINE, "A linked run is gone.", noRun);
            }
        }
        return all;
    }

    private Path root(Projects.Place place) {
        if (place instanceof Projects.Place.Saved saved) {
            return Origins.besides(saved.path());
        }
        return home.resolve(place.keptAs().orElse("untitled"));
    }

    /** A run to be made with the earlier run from which its plan wants it to start; looks at the disk. */
    RunSpec starting(RunSpec spec) throws IOException {
        Optional<String> start = spec.document().plan().start();
        return spec.resume() || start.isEmpty()
                ? spec
                : spec.from(Origins.find(start.get(), sample -> RunFolder.list(home.resolve(sample))));
    }

    /** What the project is called. */
    String project() {
        return projects.place().title();
    }

    /** The runs in view, the newest first. */
    public ObservableList<RunSeries> runs() {
        return view;
    }

    /** A folder for the next run, not made yet; its name is that of no run in view. */
    public Path next() {
        Path own = root.orElseGet(() -> root(projects.place()));
        int number = 1;
        while (isTaken(numbered(own, number))) {
            number++;
        }
        handedOut = Optional.of(numbered(own, number));
        return numbered(own, number);
    }

    private boolean isTaken(Path folder) {
        return Files.exists(folder)
                || runs.stream().anyMatch(run -> run.folder().endsWith(folder.getFileName()));
    }

    private static Path numbered(Path root, int number) {
        return root.resolve(String.format(Locale.ROOT, "run-%03d", number));
    }

    /** Looks at the folders again. */
    public void refresh() {
        Optional<Path> from = root;
        tasks.of("Listing runs", () -> list(from))
                .onSuccess(found -> {
                    if (from.equals(root)) {
                        runs.setAll(found);
                    }
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure(tr("The runs cannot be listed: %s", Tasks.sentence(failure))))
                .start();
    }

    private static List<RunSeries> list(Optional<Path> root) throws IOException {
        return root.isEmpty()
                ? List.of()
                : runsOf(root.get()).stream()
                        .map(Shelf::series)
                        .sorted(Comparator.comparing(RunSeries::created).reversed())
                        .toList();
    }

    private static RunSeries series(RunFolder run) {
        try {
            return RunSeries.of(run);
        } catch (IOException damaged) {
            return RunSeries.damaged(run, Tasks.sentence(damaged));
        }
    }

    /** Deletes a run from disk; one that is only linked stays with the project that trained it. */
    public void delete(Path run) {
        if (isLinked(run)) {
            root.ifPresent(own -> task("Removing " + run.getFileName(), later("The run cannot be removed: %s"), () -> {
                RunLinks.remove(own, run);
                return run;
            }));
            notices.done(tr(
                    "%s is not listed here any more; it stays in %s.",
                    run.getFileName(), String.valueOf(run.getParent())));
        } else {
            task("Deleting " + run.getFileName(), later("The run cannot be deleted: %s"), () -> Folders.delete(run));
        }
    }

    /** Whether a run lies with another project, from which this one was saved. */
    private boolean isLinked(Path run) {
        return root.filter(own -> !run.startsWith(own)).isPresent();
    }

    /** Gives a run's folder another name. */
    public void rename(Path run, String name) {
        Optional<String> fault = FileNames.fault(name);
        if (fault.isPresent()) {
            notices.failure(tr("The run cannot be renamed: %s", fault.get()));
            return;
        }
        Path latter = run.resolveSibling(name);
        Optional<Path> own = root;
        task("Renaming " + run.getFileName(), later("The run cannot be renamed: %s"), () -> {
            Files.move(run, latter);
            if (own.isPresent()) {
                RunLinks.move(own.get(), run, latter);
            }
            return latter;
        });
    }

    private void task(String title, String failed, Callable<Path> work) {
        tasks.of(title, work)
                .onFailure(IOException.class, failure -> notices.failure(tr(failed, Tasks.sentence(failure))))
                .onFinish(this::refresh)
                .start();
    }
}
