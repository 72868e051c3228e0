package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar along the top: which project, the steps back and forth, what computes, how large the network is, and Train. */
public final class Header extends HBox {

    /** Below this width the words of the buttons would be cut. */
    private static final double NARROW = 1200;

    /** Below this width only the first word tells what computes, so that the name of the project has room. */
    private static final double SHORT = 900;

    /** Below this width the size of the network gives way; the training plan tells it as well. */
    private static final double NARROWEST = 800;

    /** What the name of a project keeps. */
    private static final double NAME = 64;

    /** A bar over the parts of a window; {@code find} leads to the palette. */
    public Header(
            Workbench workbench,
            Projects projects,
            TrainingDesk desk,
            Actions actions,
            ProjectMenu menu,
            GpuDesk gpu,
            Navigation navigation,
            Runnable find) {
        getStyleClass().add(Styles.TOP_BAR);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0); // never wider than the window, whatever its parts would like
        Button brand = new Button(null, Texts.line("Layerloom", Styles.BRAND));
        brand.getStyleClass().addAll(Styles.QUIET, "ll-brand-button");
        brand.setAccessibleText(tr("Layerloom: samples and recent projects"));
        brand.setTooltip(new Tooltip(tr("Samples and recent projects")));
        brand.setId("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        brand.setOnAction(event -> navigation.to(Page.WELCOME));
        List<Button> steps = List.of(
                step(
                        "undo",
                        tr("Undo"),
                        tr("Nothing to undo"),
                        Icons.UNDO,
                        Keys.UNDO,
                        workbench.undoLabelProperty(),
                        actions::undo),
                step(
                        "redo",
                        tr("Redo"),
                        tr("Nothing to redo"),
                        Icons.REDO,
                        Keys.REDO,
                        workbench.redoLabelProperty(),
                        actions::redo),
                tidy(workbench, actions),
                button("find", tr("Find"), Icons.SEARCH, Keys.ADD, tr("Find a layer to add"), find));
        HBox history = new HBox(4);
        history.getChildren().addAll(steps);
        history.setMinWidth(USE_PREF_SIZE);
        Label size = size(workbench);
        BackendPill backend = new BackendPill(desk, gpu, navigation::toPreferences);
        backend.setMinWidth(USE_PREF_SIZE);
        widthProperty().addListener((observable, before, width) -> {
            fold(steps, width.doubleValue() < Measure.text(NARROW));
            backend.shorten(width.doubleValue() < Measure.text(SHORT));
            size.setVisible(width.doubleValue() >= Measure.text(NARROWEST));
        });
        history.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(history, new Insets(0, 0, 0, 24));
        getChildren()
                .addAll(
                        brand,
                        menu,
                        name(workbench, projects, actions.tabs()),
                        history,
                        gap(),
                        backend,
                        size,
                        themeButton(actions),
                        new TrainButton(workbench, desk, actions));
    }

    /** Where room is scarce, the icons stand alone; their tooltips name them. */
    private static void fold(List<Button> steps, boolean narrow) {
        steps.forEach(step -> step.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    private static HBox name(Workbench workbench, Projects projects, Tabs tabs) {
        ProjectName name = new ProjectName(projects, tabs);
        name.tooltipProperty()
                .bind(projects.placeProperty()
                        .map(place -> place.file()
                                .map(file -> new Tooltip(file.toString()))
                                .orElse(null)));
        Region dot = new Region();
        dot.getStyleClass().add(Styles.DOT);
        dot.setId("dirty");
        dot.visibleProperty().bind(workbench.dirtyProperty());
        Tooltip.install(dot, new Tooltip(tr("Changed since it was saved")));
        HBox box = new HBox(8, name, dot);
        box.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        box.minWidthProperty().bind(name.textProperty().map(text -> text.isEmpty() ? 0 : Measure.text(NAME)));
        return box;
    }

    private static Button step(
            String id,
            String word,
            String nothing,
            Icons icon,
            KeyCombination keys,
            ObservableValue<Optional<String>> label,
            Runnable action) {
        Button button = button(id, word, icon, keys, word, action);
        button.disableProperty().bind(label.map(Optional::isEmpty));
        button.getTooltip()
                .textProperty()
                .bind(label.map(
                        step -> step.map(what -> word + ": " + what).orElse(nothing) + "  " + keys.getDisplayText()));
        return button;
    }

    private static Button tidy(Workbench workbench, Actions actions) {
        Button button =
                button("tidy", tr("Tidy"), Icons.TIDY, Keys.TIDY, tr("Lay the network out anew"), actions::tidy);
        button.disableProperty()
                .bind(workbench
                        .documentProperty()
                        .map(document -> document.graph().nodes().isEmpty()));
        return button;
    }

    private static Button button(
            String id, String word, Icons icon, KeyCombination keys, String help, Runnable action) {
        Button button = new Button(word, icon.node());
        button.getStyleClass().add(Styles.QUIET);
        button.setId("header-" + id);
        button.setAccessibleText(word);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(help + "  " + keys.getDisplayText()));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label size(Workbench workbench) {
        Label size = Texts.line("", Styles.MUTED, Styles.MONO);
        size.setId("parameters");
        size.setMinWidth(USE_PREF_SIZE);
        size.managedProperty().bind(size.visibleProperty());
        size.textProperty().bind(workbench.inferenceProperty().map(Texts::parameters));
        size.setTooltip(new Tooltip(tr("How many numbers the network learns")));
        return size;
    }

    private static Button themeButton(Actions actions) {
        Button button = new Button();
        button.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        button.setId("theme");
        button.setAccessibleText(tr("Light or dark"));
        button.setTooltip(new Tooltip(tr("Light or dark")));
        // An icon that followed the theme by a binding would be kept by it, and with the icon all that it was seen in.
        Watch.on(Themes.current(), button, Header::showTheme);
        showTheme(button);
        button.setOnAction(event -> actions.switchTheme());
        return button;
    }

    private static void showTheme(Button button) {
        boolean light = Themes.current().get() == Theme.LIGHT;
        button.setGraphic((light ? Icons.DARK_THEME : Icons.LIGHT_THEME).node(Icons.MEDIUM));
    }
}
