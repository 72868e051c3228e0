package io.layerloom.app;

import io.layerloom.app.form.RefusedField;
import io.layerloom.app.page.DataPage;
import io.layerloom.app.page.DesignPage;
import io.layerloom.app.page.EmptyCanvas;
import io.layerloom.app.page.ExportPage;
import io.layerloom.app.page.InsightPage;
import io.layerloom.app.page.PreferencesPage;
import io.layerloom.app.page.RunsPage;
import io.layerloom.app.page.WelcomePage;
import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.window.CalibrationBox;
import io.layerloom.app.window.CommandPalette;
import io.layerloom.app.window.Commands;
import io.layerloom.app.window.DocumentDialog;
import io.layerloom.app.window.Header;
import io.layerloom.app.window.Inspector;
import io.layerloom.app.window.KeySheet;
import io.layerloom.app.window.Keys;
import io.layerloom.app.window.LayerView;
import io.layerloom.app.window.MainWindow;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.NextStep;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.Palette;
import io.layerloom.app.window.ProjectMenu;
import io.layerloom.app.window.RunActions;
import io.layerloom.app.window.SidePanel;
import io.layerloom.app.window.StartPane;
import io.layerloom.app.window.WirePane;
import io.layerloom.app.workbench.Projects;
import io.layerloom.canvas.GraphCanvas;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/** What the window says of one project in one language and size of text: all views that hold no state of their own. Another language or size gets another face, over the same {@link Session}. */
final class Face {

    private final App app;
    private final Session session;
    private final Palette palette;
    private final MainWindow window;
    private Optional<Node> focused = Optional.empty();
    private Optional<Inspector> inspecting = Optional.empty();

    Face(App app, Session session) {
        this.app = app;
        this.session = session;
        palette = new Palette(
                app.catalog.layers(),
                app.blocks.layers(),
                session.canvas::addAtCentre,
                app.blocks::remove,
                app.settings);
        ProjectMenu menu = new ProjectMenu(session.actions, app.settings, session.navigation, app::quit);
        Header header = new Header(
                session.workbench,
                session.projects,
                session.desk,
                session.actions,
                menu,
                app.gpu,
                session.navigation,
                this::add);
        window = new MainWindow(header, session.navigation, session.notices);
        addPages();
        window.show(session.navigation.pageProperty().get());
        session.canvas.placeholderProperty().set(Optional.of(new EmptyCanvas(session.actions)));
    }

    private void addPages() {
        window.page(Page.WELCOME, () -> new WelcomePage(session.actions, app.settings))
                .page(
                        Page.DATA,
                        () -> new DataPage(
                                session.workbench, session.mending, session.probe, session.dataLook(), app.shipped))
                .page(Page.DESIGN, this::design)
                .page(
                        Page.RUNS,
                        () -> new RunsPage(session.shelf, session.desk, app.questions, session.opener, nextStep()))
                .page(
                        Page.INSIGHT,
                        () -> new InsightPage(
                                session.shelf,
                                app.engine.samples(),
                                app.oracle,
                                app.tasks,
                                session.navigation.runProperty(),
                                this::nextStep))
                .page(
                        Page.EXPORT,
                        () -> new ExportPage(
                                session.workbench,
                                session.shelf,
                                app.exporting,
                                app.tasks,
                                session.navigation.runProperty(),
                                session.projects.placeProperty().map(Face::exportName)))
                .page(
                        Page.PREFERENCES,
                        () -> new PreferencesPage(
                                app.languages,
                                app.sizes,
                                session.actions::switchTheme,
                                app.gpu,
                                app.headStart,
                                CalibrationBox.lasting(app.calibration),
                                session.navigation::back,
                                () -> new DocumentDialog(app.stage).show("gpu.md")));
    }

    private NextStep nextStep() {
        return new NextStep(session.workbench, session.navigation, session.actions::train);
    }

    private static List<KeyCombination> keys(GraphCanvas canvas, String action) {
        return canvas.actions().stream()
                .filter(one -> one.id().equals(action))
                .flatMap(one -> one.keys().stream())
                .toList();
    }

    private DesignPage design() {
        Inspector inspector = new Inspector(
                session.workbench,
                session.mending,
                session.drawn,
                session.meter,
                CalibrationBox.untilKnown(app.calibration),
                app.blocks,
                new StartPane(
                        session.workbench, session.shelf::runs, app.files, sample -> session.actions.open(sample)),
                new WirePane(session.workbench, session.canvas),
                () -> keys(session.canvas, "bypass"),
                () -> session.navigation.to(Page.DATA));
        new RunActions(session.runTable, session.shelf, session.desk, app.questions, session.opener).offer();
        BottomPanel bottom = new BottomPanel(
                session.workbench,
                session.mending,
                session.navigation,
                session.monitor,
                session.runTable,
                new LayerView(session.layerLook, session.shelf.runs(), app.files),
                session.log,
                session.actions::reveal,
                session.comparisons());
        inspecting = Optional.of(inspector);
        return new DesignPage(
                session.canvas,
                session.comparisons(),
                new SidePanel(palette, Navigation.Side.LAYERS, session.navigation, app.settings),
                new SidePanel(inspector, Navigation.Side.SETTINGS, session.navigation, app.settings),
                bottom,
                session.navigation,
                app.settings);
    }

    /** Leads to a field in which something stands that was refused and does not count; empty where there is none. */
    Optional<RefusedField> refused() {
        return inspecting.flatMap(Inspector::refused);
    }

    /** Leads to the search of the palette. */
    private void add() {
        session.navigation.to(Page.DESIGN);
        palette.find();
    }

    /** Finds a layer of the drawing, from wherever the keyboard is, unless that is the palette or nothing is drawn. */
    private void find() {
        if (palette.isFocusWithin()
                || session.workbench.drawing().document().graph().nodes().isEmpty()) {
            add();
        } else {
            session.navigation.to(Page.DESIGN);
            session.canvas.find();
        }
    }

    /** Tells of the selected layer, or of the keys where none is in view. */
    private void explain() {
        if (!inspecting.map(inspector -> inspector.explain(app.stage)).orElse(false)) {
            keys().sheet().run();
        }
    }

    /** The name of a project without what the file system added. */
    private static String exportName(Projects.Place place) {
        return place instanceof Projects.Place.Shipped shipped
                ? shipped.sample().id()
                : place.title().replaceFirst("\\.[^.]*$", "");
    }

    /** Another face takes its place, in which nothing is left of what was typed and refused here. */
    void end() {
        inspecting.ifPresent(Inspector::turn);
    }

    /** Another project comes into view. */
    void leave(Optional<Node> focusOwner) {
        focused = focusOwner;
    }

    /** The keyboard goes to where it was when another project came into view. */
    void comeBack() {
        focused.ifPresent(Node::requestFocus);
    }

    /** All that is seen of it. */
    MainWindow window() {
        return window;
    }

    /** Where keys lead while it is in view. */
    Keys.Target keys() {
        Commands commands = new Commands(
                session.actions,
                session.canvas,
                app.catalog,
                session.navigation,
                app.languages,
                app.sizes,
                () -> app.settings.get().recentFiles(),
                window::stepZones,
                this::find,
                this::add,
                this::explain,
                app::quit);
        return new Keys.Target(
                commands,
                this::add,
                new CommandPalette(app.stage, commands)::open,
                () -> KeySheet.show(app.stage, commands, app.keys));
    }
}
