package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The projects that are open, along the upper edge of the window; not there while there is only one. Tabs are dragged to another place; where there is no room for all, a list leads to every one. */
public final class TabStrip extends HBox {

    private static final double WIDEST = 320;
    private static final double NARROWEST = 112;
    private static final double GAP = 2;

    private final Tabs tabs;
    private final Consumer<String> failed;
    private final Map<Tab, TabHandle> handles = new HashMap<>();
    private final Row row = new Row();
    private final MenuButton list = new MenuButton(null, Icons.CHEVRON_DOWN.node());
    private final Button add = new Button(null, Icons.ADD.node());

    /** @param failed hears why something cannot be done with a tab */
    public TabStrip(Tabs tabs, Consumer<String> failed) {
        this.tabs = tabs;
        this.failed = failed;
        getStyleClass().add("ll-tabs");
        setId("tabs");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        setAlignment(Pos.CENTER_LEFT);
        add.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        add.setId("tab-add");
        add.setAccessibleText(tr("New tab"));
        add.setTooltip(new Tooltip(tr("New tab") + "  " + Keys.NEW_TAB.getDisplayText()));
        add.setFocusTraversable(false);
        add.setOnAction(event -> tabs.add());
        list.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET, Styles.NO_ARROW);
        list.setId("tab-list");
        list.setAccessibleText(tr("All tabs"));
        list.setFocusTraversable(false);
        Region rest = new Region();
        HBox.setHgrow(rest, Priority.ALWAYS);
        rest.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                tabs.add();
            }
        });
        getChildren().addAll(row, add, list, rest);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        widthProperty().addListener((observable, before, width) -> fit());
        Watch.on(tabs.all(), this, TabStrip::refresh);
        Watch.on(tabs.currentProperty(), this, TabStrip::refresh);
        refresh();
    }

    /** The arrow keys lead from tab to tab, Delete closes the one in view; the keyboard stays in the strip. */
    private void press(KeyEvent event) {
        if (!(event.getTarget() instanceof TabHandle)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> tabs.step(-1);
            case RIGHT -> tabs.step(1);
            case DELETE -> tabs.close(tabs.currentProperty().get());
            default -> {
                return;
            }
        }
        event.consume();
        Optional.ofNullable(handles.get(tabs.currentProperty().get())).ifPresent(Node::requestFocus);
    }

    private void refresh() {
        handles.keySet().retainAll(tabs.all());
        List<String> names = TabNames.of(
                tabs.all().stream().map(tab -> tab.projects().place()).toList());
        for (int at = 0; at < names.size(); at++) {
            Tab tab = tabs.all().get(at);
            handles.computeIfAbsent(tab, this::handle)
                    .show(names.get(at), tab == tabs.currentProperty().get());
        }
        row.getChildren().setAll(tabs.all().stream().map(handles::get).toList());
        list.getItems()
                .setAll(tabs.all().stream()
                        .map(tab -> entry(tab, names.get(tabs.all().indexOf(tab))))
                        .toList());
        setVisible(tabs.all().size() > 1);
        setManaged(isVisible());
        fit();
    }

    /** The list is there where not all tabs are in sight; that in view always is. */
    private void fit() {
        list.setVisible(isTooNarrow());
        list.setManaged(list.isVisible());
        row.bringIntoView();
    }

    private TabHandle handle(Tab tab) {
        TabHandle handle = new TabHandle(tab, tabs, failed);
        Watch.on(tab.projects().placeProperty(), this, TabStrip::refresh);
        new Drag(handle).install();
        return handle;
    }

    private MenuItem entry(Tab tab, String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> tabs.show(tab));
        return item;
    }

    private double room() {
        return Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset() - 2 * Measure.text(32));
    }

    private double each() {
        int count = Math.max(1, tabs.all().size());
        return Math.floor(Math.max(Measure.panel(NARROWEST), Math.min(Measure.text(WIDEST), room() / count - GAP)));
    }

    private boolean isTooNarrow() {
        return tabs.all().size() * (each() + GAP) > room();
    }

    /** The tabs side by side, pushed to the left as far as it takes to see the one in view. */
    private final class Row extends Pane {

        private final Rectangle clip = new Rectangle();
        private double pushed;

        Row() {
            setClip(clip);
            setMinWidth(0);
            setOnScroll(event -> push(pushed - event.getDeltaY() - event.getDeltaX()));
        }

        void push(double to) {
            pushed = Math.max(0, Math.min(whole() - prefWidth(-1), to));
            requestLayout();
        }

        private double whole() {
            return getChildren().size() * (each() + GAP);
        }

        /** Pushes the tab in view into sight. */
        void bringIntoView() {
            double left = tabs.all().indexOf(tabs.currentProperty().get()) * (each() + GAP);
            push(Math.min(left, Math.max(pushed, left + each() - prefWidth(-1))));
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(room(), whole());
        }

        @Override
        protected double computePrefHeight(double width) {
            return getChildren().stream()
                    .mapToDouble(handle -> handle.prefHeight(-1))
                    .max()
                    .orElse(0);
        }

        @Override
        protected void layoutChildren() {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            for (int at = 0; at < getChildren().size(); at++) {
                getChildren().get(at).resizeRelocate(at * (each() + GAP) - pushed, 0, each(), getHeight());
            }
        }
    }

    /** A press shows a tab; a drag takes it along, and the others make way for it. */
    private final class Drag {

        /** Less than that is a click by an unsteady hand. */
        private static final double SLACK = 6;

        private final TabHandle handle;
        private double grip;
        private double from;
        private boolean moving;

        Drag(TabHandle handle) {
            this.handle = handle;
        }

        void install() {
            handle.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
            handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            handle.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop());
        }

        private void press(MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY) {
                grip = event.getX();
                from = event.getSceneX();
                tabs.show(handle.tab());
            }
        }

        private void drag(MouseEvent event) {
            moving = moving || Math.abs(event.getSceneX() - from) > SLACK;
            if (!event.isPrimaryButtonDown() || !moving) {
                return;
            }
            double left = row.sceneToLocal(event.getSceneX(), 0).getX() - grip;
            int count = tabs.all().size();
            int to = (int) Math.rint((left + row.pushed) / (each() + GAP));
            tabs.move(handle.tab(), Math.max(0, Math.min(count - 1, to)));
            handle.setViewOrder(-1);
            double slot = tabs.all().indexOf(handle.tab()) * (each() + GAP) - row.pushed;
            handle.setTranslateX(Math.max(0, Math.min(row.getWidth() - each(), left)) - slot);
        }

        private void drop() {
            moving = false;
            handle.setViewOrder(0);
            handle.setTranslateX(0);
        }
    }
}
