package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands in the strip for one project: its name, a mark of unsaved changes, how far its training is, and a button that closes it. */
final class TabHandle extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double LINE = 2;

    private final Tab tab;
    private final Tabs tabs;
    private final Consumer<String> failed;
    private final Label name = Texts.line("");
    private final Region dot = new Region();
    private final Button close = new Button(null, Icons.CLOSE.node());
    private final Region progress = new Region();
    private final Tooltip tooltip = new Tooltip();
    private boolean selected;

    /** @param failed hears why a folder cannot be shown */
    TabHandle(Tab tab, Tabs tabs, Consumer<String> failed) {
        this.tab = tab;
        this.tabs = tabs;
        this.failed = failed;
        getStyleClass().add("ll-tab");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        dot.getStyleClass().add(Styles.DOT);
        progress.getStyleClass().add("ll-tab-progress");
        progress.setManaged(false);
        progress.setMouseTransparent(true);
        close.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET, "ll-tab-close");
        close.setAccessibleText(tr("Close tab"));
        close.setFocusTraversable(false);
        close.setOnAction(event -> tabs.close(tab));
        close.managedProperty().bind(close.visibleProperty());
        hoverProperty().addListener((observable, before, hover) -> showClose());
        getChildren().addAll(name, dot, close, progress);
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                tabs.close(tab);
            }
        });
        setOnContextMenuRequested(this::openMenu);
        Watch.on(tab.workbench().dirtyProperty(), this, TabHandle::refresh);
        Watch.on(tab.desk().stateProperty(), this, TabHandle::refresh);
        Watch.on(tab.desk().progressProperty(), this, TabHandle::requestLayout);
        refresh();
    }

    Tab tab() {
        return tab;
    }

    /** Shows the name by which it is told from the others, and whether it is in view. */
    void show(String unlike, boolean selected) {
        name.setText(unlike);
        pseudoClassStateChanged(SELECTED, selected);
        this.selected = selected;
        setFocusTraversable(selected); // one stop on the way of the Tab key; the arrow keys lead to the others
        showClose();
        say();
        tooltip.setText(tab.projects().place().opened().map(Path::toString).orElse(unlike));
    }

    /** Its room belongs to the name elsewhere. */
    private void showClose() {
        close.setVisible(selected || isHover());
    }

    private void refresh() {
        dot.setVisible(tab.workbench().dirtyProperty().get());
        dot.setManaged(dot.isVisible());
        progress.setVisible(tab.desk().stateProperty().get() != TrainingDesk.State.IDLE);
        say();
        requestLayout();
    }

    private void say() {
        List<String> parts = new ArrayList<>(List.of(name.getText()));
        if (dot.isVisible()) {
            parts.add(tr("unsaved changes"));
        }
        if (progress.isVisible()) {
            parts.add(tr("in training"));
        }
        setAccessibleText(String.join(", ", parts));
    }

    /** The progress of its training is a line along its lower edge. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double done = Math.rint(getWidth() * tab.desk().progressProperty().get());
        progress.resizeRelocate(0, getHeight() - LINE, done, LINE);
    }

    private void openMenu(ContextMenuEvent event) {
        ContextMenu menu = new ContextMenu(
                item(tr("Close tab"), () -> tabs.close(tab)),
                item(tr("Close other tabs"), () -> tabs.closeOthers(tab)));
        menu.getItems().get(1).setDisable(tabs.all().size() < 2);
        Tab current = tabs.currentProperty().get();
        if (!tab.equals(current)) {
            menu.getItems()
                    .add(item(
                            tr("Compare with the tab in view"),
                            () -> current.comparisons().with(tab)));
        }
        Projects.Place place = tab.projects().place();
        Optional<Path> file = place.opened();
        file.ifPresent(path -> menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(tr("Copy path"), () -> copy(path)),
                        item(tr("Show in folder"), () -> FolderOpener.reveal(path, failed))));
        // A menu takes the style of what it belongs to; that of a tab is not meant for menus.
        menu.show(getScene().getRoot(), event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void copy(Path path) {
        ClipboardContent content = new ClipboardContent();
        content.putString(path.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
