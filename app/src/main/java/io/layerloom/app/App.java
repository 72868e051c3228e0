package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.export.ExportService;
import io.layerloom.app.window.BugDialog;
import io.layerloom.app.window.FileDialogs;
import io.layerloom.app.window.Questions;
import io.layerloom.app.window.WindowPlace;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.BlockShelf;
import io.layerloom.app.workbench.Calibration;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.HeadStart;
import io.layerloom.app.workbench.KeyMap;
import io.layerloom.app.workbench.Languages;
import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.OpenTabs;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.PaceFile;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.ShippedData;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.TextSizes;
import io.layerloom.app.workbench.Track;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.gpu.Maven;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.language.Language;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Sample;
import io.layerloom.samples.SampleData;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.stage.Stage;

/** One window with everything behind it that all open projects share; what is a project's own is made in {@link Session}. The objects are made here, in the order in which they need each other. */
public final class App {

    final Stage stage;
    final AppHome home;
    final Catalog catalog = NodeLibrary.CATALOG;
    final EngineContext engine = new EngineContext(catalog, SampleData::open);
    final SettingsFile settings;
    final Languages languages;
    final TextSizes sizes;
    final PaceFile pace;
    final Calibration calibration;
    final Tasks tasks;
    final ShippedData shipped;
    final WorkerCommand worker;
    final ObservableSet<String> dismissed;
    final GpuDesk gpu;
    final Track track = new Track();
    final HeadStart headStart;
    final Oracle oracle;
    final JavaExporting exporting;
    final Questions questions;
    final FileDialogs files;
    final KeyMap keys;
    final BlockShelf blocks;
    final Sessions sessions;
    private final OpenTabs open;
    private final ObservableValue<Projects.Place> place;
    private final Scenery scenery;
    private final ExecutorService background = Executors.newCachedThreadPool(App::daemon);
    private final ChangeListener<Boolean> returning = (observable, before, focused) -> comeBack(focused);

    /**
     * Builds the window without showing it.
     *
     * @param dialogs the file choosers in front of a window
     * @param launcher how to start the process that trains
     * @param language the one that the program was started in, if one was told
     */
    public App(
            Stage stage,
            AppHome home,
            BiFunction<Stage, SettingsFile, FileDialogs> dialogs,
            Launcher launcher,
            Optional<Language> language) {
        this.stage = stage;
        this.home = home;
        BugDialog bugs = new BugDialog(stage);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> FxThread.run(() -> bugs.show(bug)));
        settings = new SettingsFile(home.settings());
        languages = new Languages(settings, language);
        sizes = new TextSizes(settings);
        pace = new PaceFile(home.pace());
        tasks = new Tasks(background, bugs::show);
        shipped = new ShippedData(engine.samples(), tasks);
        worker = launcher.cpu();
        calibration = new Calibration(engine, worker, pace, tasks);
        dismissed =
                FXCollections.observableSet(new LinkedHashSet<>(settings.get().dismissed()));
        dismissed.addListener((SetChangeListener<String>)
                change -> settings.update(now -> now.withDismissed(List.copyOf(dismissed))));
        gpu = new GpuDesk(launcher, settings, tasks, Maven.onPath());
        headStart = new HeadStart(settings, launcher, engine, tasks);
        oracle = new Oracle(engine, worker, tasks);
        exporting = new JavaExporting(new ExportService(engine, worker), catalog);
        questions = new Questions(stage);
        files = dialogs.apply(stage, settings);
        keys = new KeyMap(home.settings().resolveSibling("keys.properties"));
        blocks = new BlockShelf(home.settings().resolveSibling("blocks"), catalog, tasks, () -> session().notices);
        sessions = new Sessions(this);
        WindowPlace.install(stage, settings);
        scenery = new Scenery(sessions, settings.get().dark() ? Theme.DARK : Theme.LIGHT);
        stage.setScene(scenery.scene());
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        place = sessions.currentProperty().flatMap(session -> session.projects.placeProperty());
        place.addListener((observable, before, now) -> name());
        name();
        open = new OpenTabs(home.open());
        sessions.onChange(places -> open.note(places));
        sessions.currentProperty().addListener((observable, before, session) -> follow(session));
        follow(session());
        stage.focusedProperty().addListener(returning);
        languages.onSwitch(this::retell);
        sizes.onSwitch(this::resize);
        warnOfBoxes();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "layerloom-background");
        thread.setDaemon(true);
        return thread;
    }

    private void follow(Session session) {
        headStart.follow(session.workbench, session.desk);
        session.file.look();
    }

    /** The person may come back from another program, in which the file of the project was changed. */
    private void comeBack(boolean focused) {
        if (focused) {
            session().file.look();
        }
    }

    private void name() {
        stage.setTitle(
                place.getValue() instanceof Projects.Place.None
                        ? "Layerloom"
                        : place.getValue().title() + " – Layerloom");
    }

    /** Says everything anew, in another language. */
    private void retell() {
        warnOfBoxes();
        blocks.retell();
        sessions.all().forEach(Session::retell);
        scenery.renew(() -> {});
        name();
    }

    /** Shows everything anew, in another size of text: what is in view at once, the rest when it is. */
    private void resize(Runnable switching) {
        sessions.all().forEach(Session::outdate);
        scenery.renew(switching);
    }

    /** Said where Chinese cannot be read, so its translation is English as well. */
    private void warnOfBoxes() {
        if (languages.isOverruled()) {
            session()
                    .notices
                    .remind(new Notice(
                            Notice.Tone.CAUTION,
                            tr(
                                    "No Chinese font is installed, so Layerloom speaks English. Install one, such as Noto Sans CJK, and start Layerloom again."),
                            Optional.empty()));
        }
        if (Language.current() == Language.CHINESE && !Fonts.showsChinese()) {
            session()
                    .notices
                    .failure(
                            tr(
                                    "No Chinese font is installed, so Chinese characters are boxes. Install one, such as Noto Sans CJK, and start Layerloom again."));
        }
    }

    /** Shows the window, with a project or a sample where one is named. */
    public void show(Optional<Path> project) {
        stage.show();
        Optional<Sample> sample = project.flatMap(named -> Samples.byId(named.toString()));
        Optional<Path> opening = project.filter(named -> sample.isEmpty())
                .map(file -> file.toAbsolutePath().normalize());
        List<Path> recent = settings.get().recentFiles().stream()
                .filter(file -> !opening.equals(Optional.of(file)))
                .toList();
        new Recovery(sessions, open).offer(recent);
        opening.ifPresent(sessions::open);
        sample.ifPresent(sessions::open);
    }

    /** Closes the window, unless the person would rather keep what is not saved. */
    public void quit() {
        sessions.leaveAll(this::close);
    }

    /** Closes the window and ends what runs behind it. */
    public void close() {
        sessions.all().forEach(Session::close);
        open.close();
        oracle.close();
        headStart.close();
        gpu.close();
        background.shutdownNow();
        stage.focusedProperty().removeListener(returning); // whoever gave the stage may use it on
        stage.hide();
    }

    /** The project in view with all that is its own. */
    Session session() {
        return sessions.current();
    }

    /** Where training of the project in view is started and watched. */
    public TrainingDesk desk() {
        return session().desk;
    }

    /** The document of the project in view and what follows from it. */
    public Workbench workbench() {
        return session().workbench;
    }
}
