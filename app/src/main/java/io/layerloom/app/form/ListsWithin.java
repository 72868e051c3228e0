package io.layerloom.app.form;

import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PopupControl;
import javafx.stage.Window;

/** Lets the list of a box end where the box does, where it is the wider of both, instead of at the edge of the screen. */
final class ListsWithin {

    /** What the toolkit calls the list of a box; only one is open at a time, and that of a box that can be searched belongs to another box within it. */
    private static final String LIST = "combo-box-popup";

    private final ComboBox<?> box;
    private boolean aligning;
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::follow);
        }
    };

    private ListsWithin(ComboBox<?> box) {
        this.box = box;
    }

    /** Holds for as long as the box lives. */
    static void hold(ComboBox<?> box) {
        ListsWithin lists = new ListsWithin(box);
        box.showingProperty().addListener((observable, before, showing) -> {
            if (showing) {
                Window.getWindows().forEach(lists::follow);
                Window.getWindows().addListener(lists.opened);
            } else {
                Window.getWindows().removeListener(lists.opened);
            }
        });
    }

    private void follow(Window window) {
        if (window instanceof PopupControl list && list.getStyleClass().contains(LIST)) {
            if (list.getProperties().putIfAbsent(ListsWithin.class, true) == null) {
                InvalidationListener moved = observable -> align(list);
                list.xProperty().addListener(moved);
                list.widthProperty().addListener(moved);
            }
            align(list);
        }
    }

    private void align(PopupControl list) {
        Bounds place = box.localToScreen(box.getLayoutBounds());
        double beyond = place == null ? 0 : list.getX() + list.getWidth() - place.getMaxX();
        // Where the system does not let the list go there, moving it would ask for ever again.
        if (beyond > 1 && !aligning) {
            aligning = true;
            list.setAnchorX(list.getAnchorX() - beyond);
            aligning = false;
        }
    }
}
