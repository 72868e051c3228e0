package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.export.ExportService;
import io.layerloom.app.form.Mending;
import io.layerloom.app.window.Actions;
import io.layerloom.app.window.BugDialog;
import io.layerloom.app.window.CanvasLink;
import io.layerloom.app.window.FileDialogs;
import io.layerloom.app.window.LogView;
import io.layerloom.app.window.MonitorLink;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.PictureExport;
import io.layerloom.app.window.Questions;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.WindowPlace;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.BlockShelf;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataProbe;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.HeadStart;
import io.layerloom.app.workbench.Journal;
import io.layerloom.app.workbench.KeyMap;
import io.layerloom.app.workbench.Languages;
import io.layerloom.app.workbench.LayerLook;
import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.RemedyDesk;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.gpu.Maven;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Preview;
import io.layerloom.graph.language.Language;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.monitor.TrainingMonitor;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.stage.Stage;

/** One window with everything behind it. All objects of the program are made here, in the order in which they need each other. */
public final class App {

    final Stage stage;
    final Catalog catalog = NodeLibrary.CATALOG;
    final EngineContext engine = new EngineContext(catalog, SampleData::open);
    final Navigation navigation = new Navigation();
    final Notices notices = new Notices();
    final LogView log;
    final TrainingMonitor monitor;
    final RunTable runTable;
    final GraphCanvas canvas;
    final SettingsFile settings;
    final Languages languages;
    final Tasks tasks;
    final Workbench workbench;
    final Mending mending;
    final Projects projects;
    final DataProbe probe;
    final Shelf shelf;
    final GpuDesk gpu;
    final TrainingDesk desk;
    final HeadStart headStart;
    final Oracle oracle;
    final LayerLook layerLook;
    final JavaExporting exporting;
    final Questions questions;
    final RunOpener opener;
    final FileDialogs files;
    final Actions actions;
    final KeyMap keys;
    final Mending drawn;
    final BlockShelf blocks;
    private final Journal journal;
    private Optional<DataLook> dataLook = Optional.empty();
    private final ExecutorService background = Executors.newCachedThreadPool(App::daemon);

    /**
     * Builds the window without showing it.
     *
     * @param dialogs the file choosers in front of a window
     * @param launcher how to start the process that trains
     */
    public App(Stage stage, AppHome home, BiFunction<Stage, SettingsFile, FileDialogs> dialogs, Launcher launcher) {
        this.stage = stage;
        BugDialog bugs = new BugDialog(stage);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> FxThread.run(() -> bugs.show(bug)));
        settings = new SettingsFile(home.settings());
        languages = new Languages(settings);
        log = new LogView();
        monitor = new TrainingMonitor();
        runTable = new RunTable();
        canvas = new GraphCanvas(catalog);
        notices.closed().addAll(settings.get().dismissed());
        notices.closed().addListener((SetChangeListener<String>)
                change -> settings.update(now -> now.withDismissed(List.copyOf(notices.closed()))));
        tasks = new Tasks(background, bugs::show);

        WorkerCommand worker = launcher.cpu();
        workbench = new Workbench(catalog);
        mending = new Mending(
                new RemedyDesk(workbench, tasks),
                workbench::apply,
                edit -> Preview.of(workbench.document(), edit, catalog));
        drawn = new Mending(
                RemedyDesk.ofDrawing(workbench, tasks),
                workbench.drawing()::apply,
                edit -> Preview.of(workbench.drawing().document(), edit, catalog));
        workbench.drawing().onRefusal(notices::failure);
        projects = new Projects(workbench, settings, tasks, notices);
        journal = new Journal(
                workbench,
                projects,
                home.runs().resolveSibling("unsaved"),
                tasks,
                notices,
                next -> actions().leaveProject(next));
        probe = new DataProbe(workbench, engine.samples(), tasks);
        shelf = new Shelf(projects, home.runs(), () -> desk().isBusy(), tasks, notices);
        MonitorLink listener = new MonitorLink(monitor, log, navigation);
        gpu = new GpuDesk(launcher, settings, tasks, Maven.onPath());
        desk = new TrainingDesk(workbench, shelf, engine, gpu, tasks, notices, listener, navigation::watchesTraining);
        desk.onMissingOrigin(start -> actions().openOrigin(start));
        listener.control(desk);
        listener.compare(desk, workbench);
        gpu.watch(desk);
        headStart = new HeadStart(workbench, desk, settings, launcher, engine, tasks);
        oracle = new Oracle(engine, worker, tasks);
        layerLook = new LayerLook(workbench, worker, tasks, notices);

        CanvasLink.bind(canvas, workbench, drawn.finder());
        canvas.setOnRunToHere(() -> navigation.to(Navigation.Drawer.LAYER));
        exporting = new JavaExporting(new ExportService(engine, worker), catalog);
        questions = new Questions(stage);
        opener = new RunOpener(monitor, desk, navigation, tasks, notices, questions);
        opener.overlay(runTable);
        opener.follow(projects.placeProperty(), shelf.runs());
        shelf.runs().addListener((ListChangeListener<RunSeries>) change -> runTable.show(shelf.runs()));
        runTable.setOnOpen(opener::insight);
        monitor.setOnShowEvaluation(opener::insightAtHand);
        monitor.setOnTrainFurther(opener::trainAtHandFurther);
        files = dialogs.apply(stage, settings);
        PictureExport pictures = new PictureExport(
                workbench, canvas, files, () -> projects.place().title(), tasks, notices);
        actions = new Actions(
                workbench,
                projects,
                desk,
                canvas,
                navigation,
                files,
                questions,
                pictures,
                theme -> settings.update(now -> now.withDark(theme == Theme.DARK)),
                probe::refresh,
                journal::discard);

        keys = new KeyMap(home.settings().resolveSibling("keys.properties"), canvas::useKeys);
        blocks = new BlockShelf(home.settings().resolveSibling("blocks"), catalog, tasks, notices);
        canvas.blocksProperty().bind(Bindings.createObjectBinding(() -> List.copyOf(blocks.layers()), blocks.layers()));
        projects.placeProperty().addListener((observable, before, place) -> show(before, place));
        navigation.pageProperty().addListener((observable, before, page) -> beginIfNothingIsOpen(page));
        navigation.pageProperty().addListener((observable, before, page) -> refreshOn(page, probe));
        WindowPlace.install(stage, settings);
        stage.setScene(new Face(this).scene());
        stage.setTitle("Layerloom");
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        languages.onSwitch(this::retell);
        warnOfBoxes();
    }

    /** Says everything anew, in another language; what is said of the past stays as it was said. */
    private void retell() {
        warnOfBoxes();
        workbench.retell();
        canvas.retell();
        monitor.retell();
        runTable.retell();
        log.retell();
        blocks.retell();
        stage.setScene(new Face(this).scene());
        if (!(projects.place() instanceof Projects.Place.None)) {
            stage.setTitle(projects.place().title() + " – Layerloom");
            probe.again();
        }
    }

    /** Said where Chinese cannot be read, so its translation is English as well. */
    private void warnOfBoxes() {
        if (languages.isOverruled()) {
            notices.remind(new Notice(
                    Notice.Tone.CAUTION,
                    tr(
                            "No Chinese font is installed, so Layerloom speaks English. Install one, such as Noto Sans CJK, and start Layerloom again."),
                    Optional.empty()));
        }
        if (Language.current() == Language.CHINESE && !Fonts.showsChinese()) {
            notices.failure(
                    tr(
                            "No Chinese font is installed, so Chinese characters are boxes. Install one, such as Noto Sans CJK, and start Layerloom again."));
        }
    }

    /** The first look at the data, which the page about them shows; nothing is read before that page is. */
    DataLook dataLook() {
        DataLook look = dataLook.orElseGet(() -> new DataLook(workbench, probe, engine.samples(), tasks));
        dataLook = Optional.of(look);
        return look;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "layerloom-background");
        thread.setDaemon(true);
        return thread;
    }

    /** The pages are about a project; who goes there without one begins an empty one. */
    private void beginIfNothingIsOpen(Page page) {
        if (page.isAboutProject() && projects.place() instanceof Projects.Place.None) {
            projects.create();
            navigation.to(page);
        }
    }

    /** Files may have been mended outside while the person was elsewhere. */
    private static void refreshOn(Page page, DataProbe probe) {
        if (page == Page.DATA) {
            probe.refresh(() -> {});
        }
    }

    /** The name of a project without what the file system added. */
    static String exportName(Projects.Place place) {
        return place instanceof Projects.Place.Shipped shipped
                ? shipped.sample().id()
                : place.title().replaceFirst("\\.[^.]*$", "");
    }

    /** A project that was opened is shown from its design; one that got another file stays as the person looks at it. */
    private void show(Projects.Place before, Projects.Place place) {
        if (place instanceof Projects.Place.None) {
            return;
        }
        stage.setTitle(place.title() + " – Layerloom");
        if (before instanceof Projects.Place.None) {
            navigation.to(Page.DESIGN);
            fit();
        }
    }

    /** The canvas has no size before the page with it was laid out for the first time. */
    private void fit() {
        if (canvas.getWidth() > 0) {
            FxThread.later(canvas::fitAll);
            return;
        }
        canvas.widthProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable width) {
                canvas.widthProperty().removeListener(this);
                FxThread.later(canvas::fitAll);
            }
        });
    }

    /** Shows the window, with a project where one is given. */
    public void show(Optional<Path> project) {
        stage.show();
        journal.lookBack(settings.get().recentFiles().stream()
                .filter(file ->
                        !project.map(open -> open.toAbsolutePath().normalize()).equals(Optional.of(file)))
                .toList());
        project.ifPresent(projects::open);
    }

    /** Closes the window, unless the person would rather keep what is not saved. */
    public void quit() {
        actions.leaveProject(this::close);
    }

    /** Closes the window and ends what runs behind it. */
    public void close() {
        journal.close();
        desk.close();
        oracle.close();
        layerLook.close();
        headStart.close();
        gpu.close();
        background.shutdownNow();
        stage.hide();
    }

    private Actions actions() {
        return actions;
    }

    /** Where training is started and watched. */
    public TrainingDesk desk() {
        return desk;
    }

    /** The open document and what follows from it. */
    public Workbench workbench() {
        return workbench;
    }
}
