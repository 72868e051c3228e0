package io.layerloom.app;

import io.layerloom.app.form.Mending;
import io.layerloom.app.window.Actions;
import io.layerloom.app.window.CanvasLink;
import io.layerloom.app.window.Comparisons;
import io.layerloom.app.window.LogView;
import io.layerloom.app.window.MonitorLink;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.PictureExport;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.Tab;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataProbe;
import io.layerloom.app.workbench.FileWatch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.Journal;
import io.layerloom.app.workbench.KeyMap;
import io.layerloom.app.workbench.LayerLook;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.RemedyDesk;
import io.layerloom.app.workbench.Settings;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.StepMeter;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.Flow;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.canvas.Overview;
import io.layerloom.graph.Preview;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.monitor.TrainingMonitor;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;

/** One open project with everything that is its own: document and history, canvas, runs and charts, page, and what is told of it. The objects are made here, in the order in which they need each other. */
final class Session implements Tab {

    final Navigation navigation = new Navigation();
    final Notices notices;
    final LogView log = new LogView();
    final TrainingMonitor monitor = new TrainingMonitor();
    final RunTable runTable = new RunTable();
    final GraphCanvas canvas;
    final Workbench workbench;
    final Mending mending;
    final Mending drawn;
    final Projects projects;
    final Journal journal;
    final FileWatch file;
    final DataProbe probe;
    final Shelf shelf;
    final TrainingDesk desk;
    final StepMeter meter;
    final LayerLook layerLook;
    final RunOpener opener;
    final Actions actions;
    private final Comparisons comparisons;
    private final App app;
    private Optional<DataLook> dataLook = Optional.empty();
    private Optional<Face> face = Optional.empty();
    private boolean outdated;

    /** A session in which nothing is open yet. */
    Session(App app, Sessions all) {
        this.app = app;
        notices = new Notices(app.dismissed);
        canvas = new GraphCanvas(app.catalog);
        workbench = new Workbench(app.catalog, app.gpu.capacity());
        judgeBy(app.gpu, workbench);
        mending = new Mending(
                new RemedyDesk(workbench, app.tasks),
                workbench::apply,
                edit -> Preview.of(workbench.document(), edit, app.catalog));
        drawn = new Mending(
                RemedyDesk.ofDrawing(workbench, app.tasks),
                workbench.drawing()::apply,
                edit -> Preview.of(workbench.drawing().document(), edit, app.catalog));
        workbench.drawing().onRefusal(sentence -> notices.failure(sentence, workbench.unchanged()));
        projects = new Projects(workbench, app.settings, app.tasks, notices);
        journal = new Journal(workbench, projects, app.home.unsaved(), app.tasks, notices, all::bringBack);
        file = new FileWatch(
                workbench,
                projects,
                app.tasks,
                notices,
                path -> all.reader().file(path, projects::open),
                (name, theirs) -> comparisons().with(name, theirs));
        probe = new DataProbe(workbench, app.engine.samples(), app.tasks);
        shelf = new Shelf(projects, app.home.runs(), () -> desk().isBusy(), app.tasks, notices);
        MonitorLink listener = new MonitorLink(monitor, log, navigation);
        meter = new StepMeter(workbench, app.pace, listener);
        desk = new TrainingDesk(
                workbench,
                shelf,
                app.track,
                app.engine,
                app.gpu,
                app.tasks,
                notices,
                meter,
                () -> all.isInView(this) && navigation.watchesTraining());
        listener.control(desk);
        meter.time(desk);
        listener.compare(desk, workbench);
        app.gpu.watch(desk);
        layerLook = new LayerLook(workbench, app.worker, app.tasks, notices);
        opener = new RunOpener(monitor, desk, navigation, app.tasks, notices, app.questions);
        PictureExport pictures = new PictureExport(
                workbench, canvas, app.files, () -> projects.place().title(), app.tasks, notices, probe::settled);
        actions = new Actions(
                all,
                workbench,
                projects,
                desk,
                canvas,
                navigation,
                app.files,
                app.questions,
                notices,
                pictures,
                theme -> app.settings.update(now -> now.withDark(theme == Theme.DARK)),
                probe::refresh,
                journal::discard);
        projects.onUnwritable(actions::saveAs);
        actions.onTraining(() -> face.flatMap(Face::refused));
        listener.lead(actions::reveal);
        comparisons = new Comparisons(workbench, canvas, navigation, app.files, all.reader());
        desk.onMissingOrigin(actions::openOrigin);
        drawOnCanvas();
        showRuns();
        projects.placeProperty().addListener((observable, before, place) -> show(before, place));
        navigation.pageProperty().addListener((observable, before, page) -> {
            beginIfNothingIsOpen(page);
            refreshOn(page);
        });
    }

    private void drawOnCanvas() {
        CanvasLink.bind(canvas, workbench, drawn.finder());
        CanvasLink.foretell(canvas, workbench, meter);
        canvas.setOnRunToHere(() -> navigation.to(Navigation.Drawer.LAYER));
        canvas.blocksProperty()
                .bind(Bindings.createObjectBinding(() -> List.copyOf(app.blocks.layers()), app.blocks.layers()));
        use(app.keys, canvas);
        keepOverview();
        keepFlow();
    }

    /** Which way a tidied network runs is the same for all projects, and from one start to the next. */
    private void keepFlow() {
        letRun(app.settings, canvas);
        canvas.flowProperty()
                .addListener(
                        (observable, before, flow) -> app.settings.update(now -> now.withTopDown(flow == Flow.DOWN)));
        SettingsFile settings = app.settings; // which must not hold the session
        Watch.on(settings.currentProperty(), canvas, shown -> letRun(settings, shown));
    }

    private static void letRun(SettingsFile settings, GraphCanvas shown) {
        shown.flowProperty().set(settings.get().tidiesDown() ? Flow.DOWN : Flow.RIGHT);
    }

    /** Whether there is an overview is the same for all projects, and from one start to the next; that of a small network is for those who ask for it. */
    private void keepOverview() {
        showOverview(app.settings, canvas);
        canvas.overviewProperty()
                .addListener((observable, before, shown) ->
                        app.settings.update(now -> now.with(Settings.OVERVIEW, shown == Overview.NEVER)));
        SettingsFile settings = app.settings; // which must not hold the session
        Watch.on(settings.currentProperty(), canvas, shown -> showOverview(settings, shown));
    }

    private static void showOverview(SettingsFile settings, GraphCanvas shown) {
        boolean wanted = settings.get().showsOverview();
        if (wanted == (shown.overviewProperty().get() == Overview.NEVER)) {
            shown.overviewProperty().set(wanted ? Overview.LARGE : Overview.NEVER);
        }
    }

    /** What a training is given changes with what is known of the cards, and with the choice of what computes. */
    private static void judgeBy(GpuDesk gpu, Workbench workbench) {
        Watch.on(gpu.checkProperty(), workbench, bench -> bench.judgeBy(gpu.capacity()));
        Watch.on(gpu.settingsProperty(), workbench, bench -> bench.judgeBy(gpu.capacity()));
    }

    /** What listens for as long as the window lives must not hold the session. */
    private static void use(KeyMap keys, GraphCanvas canvas) {
        canvas.useKeys(keys.keysProperty().get());
        Watch.on(
                keys.keysProperty(),
                canvas,
                shown -> shown.useKeys(keys.keysProperty().get()));
    }

    private void showRuns() {
        opener.overlay(runTable);
        opener.follow(projects.placeProperty(), shelf.runs());
        shelf.runs().addListener((ListChangeListener<RunSeries>) change -> runTable.show(shelf.runs()));
        runTable.setOnOpen(opener::insight);
        monitor.setOnShowEvaluation(opener::insightAtHand);
        monitor.setOnTrainFurther(opener::trainAtHandFurther);
    }

    /** A project that was opened is shown from its design; one that got another file stays as the person looks at it. */
    private void show(Projects.Place before, Projects.Place place) {
        if (before instanceof Projects.Place.None && !(place instanceof Projects.Place.None)) {
            navigation.to(Page.DESIGN);
            CanvasLink.fit(canvas);
            giveKeyboardToCanvas();
        }
    }

    /** Who opens or begins a network works on it next; the canvas may still have to come into the window. */
    private void giveKeyboardToCanvas() {
        if (canvas.getScene() != null) {
            FxThread.later(canvas::requestFocus);
            return;
        }
        canvas.sceneProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable scene) {
                scene.removeListener(this);
                FxThread.later(canvas::requestFocus);
            }
        });
    }

    /** The pages are about a project; who goes there without one begins an empty one. */
    private void beginIfNothingIsOpen(Page page) {
        if (page.isAboutProject() && projects.place() instanceof Projects.Place.None) {
            projects.create();
            navigation.to(page);
        }
    }

    /** Files may have been mended outside while the person was elsewhere. */
    private void refreshOn(Page page) {
        if (page == Page.DATA) {
            probe.refresh(() -> {});
        }
    }

    /** Whether nothing was done here yet, so that another project may take this place. */
    boolean isUntouched() {
        boolean fresh =
                projects.place() instanceof Projects.Place.None || projects.place() instanceof Projects.Place.Untitled;
        return fresh
                && workbench.steps().isEmpty()
                && workbench.document().graph().nodes().isEmpty()
                && shelf.runs().isEmpty()
                && !workbench.dirtyProperty().get()
                && !journal.isBringing()
                && !desk.isBusy();
    }

    /** The first look at the data, which the page about them shows; nothing is read before that page is. */
    DataLook dataLook() {
        DataLook look = dataLook.orElseGet(() -> new DataLook(workbench, probe, app.engine.samples(), app.tasks));
        dataLook = Optional.of(look);
        return look;
    }

    /** What shows it in the language and the size of text of now; made when it comes into view. */
    Face face() {
        if (outdated) {
            outdated = false;
            canvas.retell();
            monitor.retell();
            runTable.retell();
            comparisons.retell();
        }
        Face shown = face.orElseGet(() -> new Face(app, this));
        face = Optional.of(shown);
        return shown;
    }

    /** What shows it is of another language or size of text, and is made anew when it comes into view. */
    void outdate() {
        face.ifPresent(Face::end);
        face = Optional.empty();
        outdated = true;
    }

    /** Says everything anew, in another language; what is said of the past stays as it was said. */
    void retell() {
        workbench.retell();
        log.retell();
        outdate();
        if (!(projects.place() instanceof Projects.Place.None)) {
            probe.again();
        }
    }

    /** Ends what goes on here, for good; nothing that lives as long as the window holds any of it then. */
    void close() {
        notices.end();
        journal.close();
        comparisons.end();
        desk.leave();
        layerLook.close();
        canvas.dispose();
    }

    @Override
    public Projects projects() {
        return projects;
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public TrainingDesk desk() {
        return desk;
    }

    @Override
    public Comparisons comparisons() {
        return comparisons;
    }
}
