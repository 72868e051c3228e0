package io.layerloom.app;

import io.layerloom.app.page.DataPage;
import io.layerloom.app.page.DesignPage;
import io.layerloom.app.page.EmptyCanvas;
import io.layerloom.app.page.ExportPage;
import io.layerloom.app.page.InsightPage;
import io.layerloom.app.page.PreferencesPage;
import io.layerloom.app.page.RunsPage;
import io.layerloom.app.page.WelcomePage;
import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.window.CommandPalette;
import io.layerloom.app.window.Commands;
import io.layerloom.app.window.DocumentDialog;
import io.layerloom.app.window.Header;
import io.layerloom.app.window.Inspector;
import io.layerloom.app.window.KeySheet;
import io.layerloom.app.window.Keys;
import io.layerloom.app.window.LayerView;
import io.layerloom.app.window.MainWindow;
import io.layerloom.app.window.Page;
import io.layerloom.app.window.Palette;
import io.layerloom.app.window.ProjectMenu;
import io.layerloom.app.window.StartPane;
import io.layerloom.app.workbench.ShippedData;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.Optional;
import javafx.scene.Scene;

/** What the window says in one language: all views that hold no state of their own. Another language gets another face, over the same {@link App}. */
final class Face {

    private final App app;
    private final Palette palette;
    private final MainWindow window;

    Face(App app) {
        this.app = app;
        palette = new Palette(app.catalog.layers(), app.canvas::addAtCentre, app.settings);
        palette.follow(app.blocks.layers(), app.blocks::remove);
        ProjectMenu menu = new ProjectMenu(app.actions, app.settings, app.navigation, app::quit);
        Header header = new Header(
                app.workbench, app.projects, app.desk, app.actions, menu, app.gpu, app.navigation, this::find);
        window = new MainWindow(header, app.navigation, app.notices);
        addPages();
        app.canvas.placeholderProperty().set(Optional.of(new EmptyCanvas(app.actions)));
    }

    private void addPages() {
        window.page(Page.WELCOME, () -> new WelcomePage(app.actions, app.settings))
                .page(
                        Page.DATA,
                        () -> new DataPage(
                                app.workbench,
                                app.mending,
                                app.probe,
                                app.dataLook(),
                                new ShippedData(app.engine.samples(), app.tasks)))
                .page(Page.DESIGN, this::design)
                .page(Page.RUNS, () -> new RunsPage(app.shelf, app.desk, app.questions, app.opener))
                .page(
                        Page.INSIGHT,
                        () -> new InsightPage(
                                app.shelf, app.engine.samples(), app.oracle, app.tasks, app.navigation.runProperty()))
                .page(
                        Page.EXPORT,
                        () -> new ExportPage(
                                app.workbench,
                                app.shelf,
                                app.exporting,
                                app.tasks,
                                app.navigation.runProperty(),
                                app.projects.placeProperty().map(App::exportName)))
                .page(
                        Page.PREFERENCES,
                        () -> new PreferencesPage(
                                app.languages,
                                app.gpu,
                                app.headStart,
                                app.navigation::back,
                                () -> new DocumentDialog(app.stage).show("gpu.md")));
    }

    private DesignPage design() {
        Inspector inspector = new Inspector(
                app.workbench,
                app.mending,
                app.drawn,
                app.blocks,
                new StartPane(app.workbench, app.shelf::runs, app.files, sample -> app.actions.open(sample)),
                () -> app.navigation.to(Page.DATA));
        BottomPanel bottom = new BottomPanel(
                app.workbench,
                app.mending,
                app.navigation,
                app.monitor,
                app.runTable,
                new LayerView(app.layerLook, app.shelf.runs(), app.files),
                app.log,
                app.actions::reveal);
        return new DesignPage(app.canvas, palette, inspector, bottom, app.settings);
    }

    private void find() {
        app.navigation.to(Page.DESIGN);
        palette.find();
    }

    /** The face in a scene with all its keys, on the page where the person is. */
    Scene scene() {
        Scene scene = new Scene(window);
        scene.getStylesheets().add(App.class.getResource("app.css").toExternalForm());
        Themes.apply(scene, app.settings.get().dark() ? Theme.DARK : Theme.LIGHT);
        Commands commands = new Commands(
                app.actions, app.canvas, app.catalog, app.navigation, app.languages, this::find, app::quit);
        Keys.install(
                scene, commands, this::find, () -> app.navigation.pageProperty().get() == Page.DESIGN);
        Keys.installHelp(
                scene,
                new CommandPalette(app.stage, commands)::open,
                new KeySheet(app.stage, commands, app.keys)::show);
        window.show(app.navigation.pageProperty().get());
        return scene;
    }
}
