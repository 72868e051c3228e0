package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.samples.Sample;
import io.layerloom.samples.SampleKind;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** New, Open, Save and what else concerns the project as a file. */
public final class ProjectMenu extends MenuButton {

    private final Actions actions;
    private final SettingsFile settings;
    private final Menu recent = new Menu(tr("Open recent"));

    /** A menu of these actions; {@code quit} closes the window. */
    public ProjectMenu(Actions actions, SettingsFile settings, Navigation navigation, Runnable quit) {
        super(null, Icons.MENU.node(Icons.MEDIUM));
        this.actions = actions;
        this.settings = settings;
        getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        setId("project-menu");
        setAccessibleText(tr("Project"));
        Menu samples = new Menu(tr("Open sample"));
        for (SampleKind kind : SampleKind.values()) {
            samples.getItems().add(menu(kind.title(), kind.samples()));
        }
        samples.getItems().addAll(new SeparatorMenuItem(), menu(tr("In full size"), Samples.fullSize()));
        MenuItem preferences = item(tr("Preferences"), null, navigation::toPreferences);
        preferences.setId("menu-preferences");
        MenuItem welcome = item(tr("Welcome page"), null, () -> navigation.to(Page.WELCOME));
        welcome.setId("menu-welcome");
        MenuItem picture = item(tr("Export picture…"), null, actions::exportPicture);
        picture.setId("menu-picture");
        // Its keys are caught before the menu hears of them; here they are only shown.
        MenuItem tab = item(tr("New tab"), Keys.NEW_TAB, actions.tabs()::add);
        getItems()
                .setAll(
                        item(tr("New"), Keys.NEW, actions::create),
                        tab,
                        item(tr("Open…"), Keys.OPEN, actions::open),
                        recent,
                        samples,
                        new SeparatorMenuItem(),
                        item(tr("Save"), Keys.SAVE, actions::save),
                        item(tr("Save as…"), Keys.SAVE_AS, actions::saveAs),
                        picture,
                        new SeparatorMenuItem(),
                        welcome,
                        preferences,
                        new SeparatorMenuItem(),
                        item(tr("Quit"), Keys.QUIT, quit));
        Watch.on(settings.currentProperty(), this, ProjectMenu::refresh);
        refresh();
    }

    private void refresh() {
        recent.getItems()
                .setAll(settings.get().recentFiles().stream().map(this::item).toList());
        recent.setDisable(recent.getItems().isEmpty());
    }

    private Menu menu(String title, List<Sample> samples) {
        Menu menu = new Menu(title);
        samples.forEach(sample -> menu.getItems().add(item(sample.title(), null, () -> actions.open(sample))));
        return menu;
    }

    private MenuItem item(Path file) {
        MenuItem item = item(String.valueOf(file.getFileName()), null, () -> actions.open(file));
        item.setMnemonicParsing(false);
        return item;
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
