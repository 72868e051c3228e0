package io.layerloom.app;

import io.layerloom.app.export.ExportService;
import io.layerloom.app.form.Mending;
import io.layerloom.app.page.DataPage;
import io.layerloom.app.page.DesignPage;
import io.layerloom.app.page.EmptyCanvas;
import io.layerloom.app.page.ExportPage;
import io.layerloom.app.page.InsightPage;
import io.layerloom.app.page.PreferencesPage;
import io.layerloom.app.page.RunsPage;
import io.layerloom.app.page.WelcomePage;
import io.layerloom.app.window.Actions;
import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.window.BugDialog;
import io.layerloom.app.window.CanvasLink;
import io.layerloom.app.window.CommandPalette;
import io.layerloom.app.window.Commands;
import io.layerloom.app.window.DocumentDialog;
import io.layerloom.app.window.FileDialogs;
import io.layerloom.app.window.Header;
import io.layerloom.app.window.Inspector;
import io.layerloom.app.window.KeySheet;
import io.layerloom.app.window.Keys;
import io.layerloom.app.window.LogView;
import io.layerloom.app.window.MainWindow;
import io.layerloom.app.window.MonitorLink;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.Palette;
import io.layerloom.app.window.PictureExport;
import io.layerloom.app.window.ProjectMenu;
import io.layerloom.app.window.Questions;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.StartPane;
import io.layerloom.app.window.WindowPlace;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataProbe;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.HeadStart;
import io.layerloom.app.workbench.Journal;
import io.layerloom.app.workbench.KeyMap;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.RemedyDesk;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.ShippedData;
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
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.monitor.TrainingMonitor;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** One window with everything behind it. All objects of the program are made here, in the order in which they need each other. */
public final class App {

    private final Stage stage;
    private final Workbench workbench;
    private final Projects projects;
    private final Journal journal;
    private final SettingsFile settings;
    private final TrainingDesk desk;
    private final Oracle oracle;
    private final GpuDesk gpu;
    private final HeadStart headStart;
    private final Navigation navigation = new Navigation();
    private final GraphCanvas canvas;
    private final Actions actions;
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
        Notices notices = new Notices();
        notices.closed().addAll(settings.get().dismissed());
        notices.closed().addListener((SetChangeListener<String>)
                change -> settings.update(now -> now.withDismissed(List.copyOf(notices.closed()))));
        Tasks tasks = new Tasks(background, bugs::show);

        WorkerCommand worker = launcher.cpu();
        Catalog catalog = NodeLibrary.CATALOG;
        EngineContext engine = new EngineContext(catalog, SampleData::open);
        workbench = new Workbench(catalog);
        Mending mending = new Mending(
                new RemedyDesk(workbench, tasks),
                workbench::apply,
                edit -> Preview.of(workbench.document(), edit, catalog));
        projects = new Projects(workbench, settings, tasks, notices);
        journal = new Journal(
                workbench,
                projects,
                home.runs().resolveSibling("unsaved"),
                tasks,
                notices,
                next -> actions().leaveProject(next));
        DataProbe probe = new DataProbe(workbench, engine.samples(), tasks);
        Shelf shelf = new Shelf(projects, home.runs(), () -> desk().isBusy(), tasks, notices);
        LogView log = new LogView();
        TrainingMonitor monitor = new TrainingMonitor();
        RunTable runTable = new RunTable();
        MonitorLink listener = new MonitorLink(monitor, log, navigation);
        gpu = new GpuDesk(launcher, settings, tasks, Maven.onPath());
        desk = new TrainingDesk(
                workbench, shelf, engine, gpu::launch, tasks, notices, listener, navigation::watchesTraining);
        desk.onMissingOrigin(start -> actions().openOrigin(start));
        listener.control(desk);
        listener.compare(desk, workbench);
        gpu.watch(desk);
        headStart = new HeadStart(workbench, desk, settings, launcher, engine, tasks);
        oracle = new Oracle(engine, worker, tasks);

        canvas = new GraphCanvas(catalog);
        CanvasLink.bind(canvas, workbench, mending.finder());
        JavaExporting exporting = new JavaExporting(new ExportService(engine, worker), catalog);
        Questions questions = new Questions(stage);
        RunOpener opener = new RunOpener(monitor, desk, navigation, tasks, notices, questions);
        opener.overlay(runTable);
        opener.follow(projects.placeProperty(), shelf.runs());
        shelf.runs().addListener((ListChangeListener<RunSeries>) change -> runTable.show(shelf.runs()));
        runTable.setOnOpen(opener::insight);
        monitor.setOnShowEvaluation(opener::insightAtHand);
        monitor.setOnTrainFurther(opener::trainAtHandFurther);
        FileDialogs files = dialogs.apply(stage, settings);
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

        Palette palette = new Palette(catalog.layers(), canvas::addAtCentre, settings);
        Inspector inspector = new Inspector(
                workbench,
                mending,
                new StartPane(workbench, shelf::runs, files, sample -> actions.open(sample)),
                () -> navigation.to(Page.DATA));
        BottomPanel bottom = new BottomPanel(workbench, mending, navigation, monitor, runTable, log, actions::reveal);
        ProjectMenu menu = new ProjectMenu(actions, settings, navigation, this::quit);
        Runnable find = () -> {
            navigation.to(Page.DESIGN);
            palette.find();
        };
        Header header = new Header(workbench, projects, desk, actions, menu, gpu, navigation, find);
        MainWindow window = new MainWindow(header, navigation, notices)
                .page(Page.WELCOME, () -> new WelcomePage(actions, settings))
                .page(
                        Page.DATA,
                        () -> new DataPage(
                                workbench,
                                mending,
                                probe,
                                new DataLook(workbench, probe, engine.samples(), tasks),
                                new ShippedData(engine.samples(), tasks)))
                .page(Page.RUNS, () -> new RunsPage(shelf, desk, questions, opener))
                .page(
                        Page.INSIGHT,
                        () -> new InsightPage(shelf, engine.samples(), oracle, tasks, navigation.runProperty()))
                .page(
                        Page.EXPORT,
                        () -> new ExportPage(
                                workbench,
                                shelf,
                                exporting,
                                tasks,
                                navigation.runProperty(),
                                projects.placeProperty().map(App::exportName)))
                .page(
                        Page.PREFERENCES,
                        () -> new PreferencesPage(
                                gpu, headStart, navigation::back, () -> new DocumentDialog(stage).show("gpu.md")))
                .page(Page.DESIGN, () -> new DesignPage(canvas, palette, inspector, bottom, settings));
        canvas.placeholderProperty().set(Optional.of(new EmptyCanvas(actions)));

        Scene scene = new Scene(window);
        scene.getStylesheets().add(App.class.getResource("app.css").toExternalForm());
        Themes.apply(scene, settings.get().dark() ? Theme.DARK : Theme.LIGHT);
        Commands commands = new Commands(actions, canvas, catalog, navigation, find, this::quit);
        Keys.install(scene, commands, find, () -> navigation.pageProperty().get() == Page.DESIGN);
        KeyMap keys = new KeyMap(home.settings().resolveSibling("keys.properties"), canvas::useKeys);
        Keys.installHelp(scene, new CommandPalette(stage, commands)::open, new KeySheet(stage, commands, keys)::show);
        projects.placeProperty().addListener((observable, before, place) -> show(before, place));
        navigation.pageProperty().addListener((observable, before, page) -> beginIfNothingIsOpen(page));
        navigation.pageProperty().addListener((observable, before, page) -> refreshOn(page, probe));
        WindowPlace.install(stage, settings);
        stage.setScene(scene);
        stage.setTitle("Layerloom");
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        window.show(Page.WELCOME);
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
    private static String exportName(Projects.Place place) {
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
